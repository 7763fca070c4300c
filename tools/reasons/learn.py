#!/usr/bin/env python3
"""Learns `src/stance/reasons.tsv` from gold cards.

    learn.py [--write] [--missing] NAME=FOLDER...

A FOLDER holds `articles/ID.txt` and `gold/ID.json` or `cards/ID.json`. Figures
are those of six-fold cross-validation by article; with --write the weights of
all articles together go into the table. No randomness: the folds are by the
order of the ids.
"""
import json
import math
import pathlib
import subprocess
import sys
from collections import Counter, defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / 'tools/rank'))
from learn import minimise  # noqa: E402
from match import agreement  # noqa: E402

TABLE = ROOT / 'src/stance/reasons.tsv'
FOLDS = 6
MOST = 2
SECOND = 0.8
PENALTY = 10.0
#: Features that are also taken in pairs, as in `stance::reasons::model`.
PAIRS = [('for.', 'tone.'), ('from.', 'gap.'), ('from.', 'order.'), ('from.', 'cue.')]
#: A feature seen less often tells nothing.
SELDOM = 10
HEAD = '''# The weights of reasons, in log-odds. Made by tools/reasons/learn.py; not to be
# written by hand.
'''


def pair(features):
    both = {}
    for left, right in PAIRS:
        for one in [n for n in features if n.startswith(left)]:
            for other in [n for n in features if n.startswith(right)]:
                both[one + '&' + other] = 1.0
    features.update(both)


class Article:
    def __init__(self, group, gold, offers):
        for offer in offers:
            pair(offer['features'])
        self.group, self.id, self.offers = group, gold['id'], offers
        self.gold = [reason for p in gold['positions'] for reason in p.get('reasons', [])]
        self.right = [max((agreement(o['text'], g) for g in self.gold), default=0) >= .5 for o in offers]


def read(options):
    articles = []
    for group, folder in options:
        cards = next(folder / n for n in ('gold', 'cards') if (folder / n).is_dir())
        gold = [json.loads(file.read_text('utf8')) for file in sorted(cards.glob('*.json'))]
        files = [str(folder / 'articles' / (card['id'] + '.txt')) for card in gold]
        if not files:
            continue
        run = ['cargo', 'run', '-q', '--example', 'reasons', '--', *files]
        out = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        offers = defaultdict(list)
        for line in map(json.loads, out.splitlines()):
            offers[line['article']].append(line)
        articles += [Article(group, card, offers[card['id']]) for card in gold]
    return articles


def learn(articles, index):
    rows = [([(0, 1.0)] + [(index[n], v) for n, v in offer['features'].items() if n in index], right)
            for article in articles for offer, right in zip(article.offers, article.right)]

    def loss(w):
        value = PENALTY / 2 * sum(x * x for x in w[1:])
        slope = [0.0] + [PENALTY * x for x in w[1:]]
        for features, right in rows:
            z = sum(w[i] * v for i, v in features)
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            value -= math.log(max(1e-12, p if right else 1 - p))
            for i, v in features:
                slope[i] += (p - right) * v
        return value, slope
    return minimise(loss, len(index) + 1, steps=30)


def weigh(article, weights, index):
    for offer in article.offers:
        offer['z'] = weights[0] + sum(weights[index[n]] * v for n, v in offer['features'].items() if n in index)


def select(article, enough):
    """As `stance::reasons::give`."""
    taken, count = [], defaultdict(int)
    for offer in sorted(article.offers, key=lambda o: -o['z']):
        if offer['z'] < enough:
            break
        a, b = offer['tokens']
        firm = not count[offer['position']] or offer['z'] >= enough + SECOND
        if firm and count[offer['position']] < MOST and not any(a < o['tokens'][1] and o['tokens'][0] < b for o in taken):
            taken.append(offer)
            count[offer['position']] += 1
    return taken


def matched(gold, offers):
    free, missed = list(offers), []
    for reason in gold:
        hit = next((o for o in free if agreement(o['text'], reason) >= .5), None)
        free.remove(hit) if hit else missed.append(reason)
    return len(gold) - len(missed), missed, free


def scores(articles, enough):
    by = defaultdict(lambda: [0, 0, 0, 0])
    for article in articles:
        found = select(article, enough)
        right = matched(article.gold, found)[0]
        within = sum(any(agreement(o['text'], g) >= .5 for o in article.offers) for g in article.gold)
        for group in (article.group, 'all'):
            for at, n in enumerate((right, len(found), len(article.gold), within)):
                by[group][at] += n
    return by


def f1(score):
    return 200 * score[0] / max(1, score[1] + score[2])


def main():
    flags = [w for w in sys.argv[1:] if w.startswith('--')]
    options = [w.split('=', 1) for w in sys.argv[1:] if not w.startswith('--')]
    articles = read([(name, pathlib.Path(folder)) for name, folder in options])
    seen = Counter(n for a in articles for o in a.offers for n in o['features'])
    names = sorted(n for n in seen if seen[n] >= SELDOM)
    index = {name: i for i, name in enumerate(names, 1)}
    for fold in range(FOLDS):
        rest = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        weights = learn(rest, index)
        for article in articles[fold::FOLDS]:
            weigh(article, weights, index)
    # Every folder counts the same, however many reasons its cards give.
    mean = lambda by: sum(f1(score) for group, score in by.items() if group != 'all')
    enough = max((t / 10 for t in range(-30, 15)), key=lambda t: mean(scores(articles, t)))
    print(f'{sum(len(a.offers) for a in articles)} offers, {sum(sum(a.right) for a in articles)} right, from {enough:.1f}; held out:')
    for group, s in scores(articles, enough).items():
        print(f'{group:10} P {100 * s[0] / max(1, s[1]):5.1f} R {100 * s[0] / max(1, s[2]):5.1f} F1 {f1(s):5.1f} '
              f'(offered {100 * s[3] / max(1, s[2]):5.1f} of {s[2]})')
    if '--missing' in flags:
        for a in articles:
            _, missed, false = matched(a.gold, select(a, enough))
            for reason in missed:
                offered = [o['z'] for o in a.offers if agreement(o['text'], reason) >= .5]
                print(f"{a.id}: {'weighed ' + format(max(offered), '.1f') if offered else 'not offered'}: {reason}")
            for offer in false:
                print(f"{a.id}: wrong {offer['z']:.1f} ({offer['actor']}): {offer['text']}")
    if '--write' in flags:
        weights = learn(articles, index)
        rows = [('threshold', f'{enough:.1f}'), ('bias', f'{weights[0]:.3f}')]
        rows += [(name, f'{weights[i]:.3f}') for name, i in index.items()]
        body = ''.join('\t'.join(row) + '\n' for row in sorted(rows))
        TABLE.write_text(HEAD + 'feature\tweight\n' + body, 'utf8')


if __name__ == '__main__':
    main()
