"""Which found positions are the ones of a gold card: the same actor under any
of its names, the same stance, and of several the one whose words agree most."""
import re
import unicodedata
from collections import Counter

MARKS = re.compile('[\u064b-\u065f\u0670\u0640]')
FOLD = str.maketrans('أإآٱىةؤئ', 'اااايهوي')
WORD = re.compile(r'\w+')


def fold(text):
    return MARKS.sub('', unicodedata.normalize('NFC', text or '')).translate(FOLD)


STOP = set(fold('في من على عن إلى ان قد بعد و ال').split())
ARTICLES = ('وال', 'بال', 'كال', 'فال', 'لل', 'ال')


def bare(word):
    for article in ARTICLES:
        if word.startswith(article) and len(word) - len(article) >= 2:
            return word[len(article):]
    return word


def words(text):
    return [bare(word) for word in WORD.findall(fold(text)) if word not in STOP]


ROLES = set(words(
    'وزير وزيرة رئيس رئيسة الرئاسة وزارة حكومة متحدث متحدثة ناطق ناطقة مسؤول مسؤولة '
    'مسؤولون مصدر مصادر بيان مدير قائد زعيم أمين عام نائب عضو سفير مندوب مبعوث لجنة '
    'مجلس حزب حركة منظمة وكالة خارجية دفاع داخلية باسم الرسمي'))


def agreement(left, right):
    """Token F1 of two strings."""
    left, right = words(left), words(right)
    if not left or not right:
        return 0.0
    both = sum((Counter(left) & Counter(right)).values())
    return 2 * both / (len(left) + len(right))


def same_actor(name, names):
    mine = set(words(name))
    for other in names:
        if agreement(name, other) >= .5:
            return True
        theirs = set(words(other))
        nested = mine and theirs and (mine <= theirs or theirs <= mine)
        if nested and min(mine, theirs, key=len) - ROLES:
            return True
    return False


def names(position):
    return [position['actor']] + position.get('actor_names', [])


def fits(line, position):
    return line['stance'] == position['stance'] and same_actor(line['actor'], names(position))


def closeness(line, position):
    quotes = [position['issue']] + position.get('evidence', [])
    found = [line['issue']] + line['evidence']
    return max(agreement(a, b) for a in quotes for b in found)


def label(lines, positions):
    """For every line the position it is, each position given once; else None."""
    pairs = [(closeness(line, position), -i, -j)
             for i, line in enumerate(lines)
             for j, position in enumerate(positions) if fits(line, position)]
    given = [None] * len(lines)
    for _, i, j in sorted(pairs, reverse=True):
        if given[-i] is None and -j not in given:
            given[-i] = -j
    return given
