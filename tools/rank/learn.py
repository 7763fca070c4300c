#!/usr/bin/env python3
"""Learns `src/stance/rank.tsv` from gold cards.

    learn.py [--write] [--weight N=W]... NAME=FOLDER...

A FOLDER holds `articles/ID.txt` and `gold/ID.json` or `cards/ID.json`. Figures
are those of ten-fold cross-validation by article; with --write the weights of
all articles together go into the table. No randomness: the folds are by the
order of the ids.
"""
import json
import math
import pathlib
import subprocess
import sys
from collections import defaultdict

from match import fits, label, names, same_actor

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / 'src/stance/rank.tsv'
FOLDS = 10
MOST = 8
#: L2 penalties of the two models.
SHOW_PENALTY, LEAD_PENALTY = 15.0, 6.0
HEAD = '''# The weights of the ranker: "show" in log-odds of a line that belongs on the
# card, "lead" in strength as the principal one. Made by tools/rank/learn.py;
# not to be written by hand.
'''


class Article:
    def __init__(self, group, weight, gold, lines):
        self.group, self.weight, self.gold, self.lines = group, weight, gold, lines
        self.id = gold['id']
        self.positions = gold['positions']
        self.shown = [given is not None for given in label(lines, self.positions)]
        main = [p for p in self.positions if p.get('principal')]
        self.main = main[0] if main else None
        self.leads = [bool(main) and fits(line, main[0]) for line in lines]
        self.own = [bool(main) and same_actor(line['actor'], names(main[0])) for line in lines]


def read(options):
    articles = []
    for group, folder, weight in options:
        cards = next(folder / n for n in ('gold', 'cards') if (folder / n).is_dir())
        gold = [json.loads(file.read_text('utf8')) for file in sorted(cards.glob('*.json'))]
        files = [str(folder / 'articles' / (card['id'] + '.txt')) for card in gold]
        if not files:
            continue
        run = ['cargo', 'run', '-q', '--example', 'rank', '--', *files]
        out = subprocess.run(run, cwd=ROOT, capture_output=True, text=True, check=True).stdout
        lines = defaultdict(list)
        for line in map(json.loads, out.splitlines()):
            lines[line['article']].append(line)
        articles += [Article(group, weight, card, lines[card['id']]) for card in gold]
    return articles


def minimise(loss, size, steps=60, memory=8):
    """L-BFGS with a backtracking line search; `loss` gives value and gradient."""
    dot = lambda a, b: sum(x * y for x, y in zip(a, b))
    at = [0.0] * size
    value, slope = loss(at)
    past = []
    for _ in range(steps):
        way, kept = slope[:], []
        for s, y, r in reversed(past):
            a = r * dot(s, way)
            kept.append(a)
            way = [w - a * v for w, v in zip(way, y)]
        if past:
            s, y, r = past[-1]
            way = [w * dot(s, y) / dot(y, y) for w in way]
        for (s, y, r), a in zip(past, reversed(kept)):
            b = r * dot(y, way)
            way = [w + (a - b) * v for w, v in zip(way, s)]
        step, fall = 1.0, dot(way, slope)
        while step > 1e-8:
            new = [x - step * w for x, w in zip(at, way)]
            next_value, next_slope = loss(new)
            if next_value <= value - 1e-4 * step * fall:
                break
            step /= 2
        else:
            break
        s = [a - b for a, b in zip(new, at)]
        y = [a - b for a, b in zip(next_slope, slope)]
        if dot(s, y) > 1e-12:
            past = (past + [(s, y, 1 / dot(s, y))])[-memory:]
        done = value - next_value < 1e-6 * abs(value)
        at, value, slope = new, next_value, next_slope
        if done:
            break
    return at


def sheet(line, index):
    return [(index[name], value) for name, value in line['features'].items() if name in index]


def strength(weights, features):
    return sum(weights[i] * value for i, value in features)


def learn_show(articles, index):
    rows = [(sheet(line, index) + [(0, 1.0)], shown, article.weight)
            for article in articles for line, shown in zip(article.lines, article.shown)]

    def loss(w):
        value = SHOW_PENALTY / 2 * sum(x * x for x in w[1:])
        slope = [0.0] + [SHOW_PENALTY * x for x in w[1:]]
        for features, shown, weight in rows:
            z = strength(w, features)
            p = 1 / (1 + math.exp(-max(-30, min(30, z))))
            value -= weight * math.log(max(1e-12, p if shown else 1 - p))
            for i, x in features:
                slope[i] += weight * (p - shown) * x
        return value, slope
    return minimise(loss, len(index) + 1)


def learn_lead(articles, index):
    """Which of an article's lines leads: a conditional logit of the line, and
    one of its actor."""
    rows = [([sheet(line, index) for line in article.lines], right, article.weight)
            for article in articles for right in (article.leads, article.own)
            if any(right) and not all(right)]

    def loss(w):
        value = LEAD_PENALTY / 2 * sum(x * x for x in w)
        slope = [LEAD_PENALTY * x for x in w]
        for lines, leads, weight in rows:
            z = [strength(w, features) for features in lines]
            top = max(z)
            e = [math.exp(x - top) for x in z]
            total = sum(e)
            # A step too long leaves nothing of it; the search then goes back.
            right = max(1e-300, sum(x for x, lead in zip(e, leads) if lead))
            value -= weight * math.log(right / total)
            for features, x, lead in zip(lines, e, leads):
                pull = weight * (x / total - (x / right if lead else 0))
                for i, v in features:
                    slope[i] += pull * v
        return value, slope
    return minimise(loss, len(index) + 1)


def weigh(article, show, lead, index):
    for line in article.lines:
        features = sheet(line, index)
        line['p'] = 1 / (1 + math.exp(-strength(show, features) - show[0]))
        line['lead'] = strength(lead, features)


def select(article, enough, alone):
    """As `stance::rank::select`."""
    lines = sorted(article.lines, key=lambda line: -line['p'])
    if lines:
        first = principal(lines)
        lines = [first] + [line for line in lines if line is not first]
    shown = []
    for line in lines:
        needed = enough if shown else alone
        if line['p'] >= needed and not any(contradict(line, other) for other in shown):
            shown.append(line)
    return shown[:MOST]


def principal(lines):
    """The strongest line of the actor whose lines together are strongest."""
    top = max(line['lead'] for line in lines)
    actors = defaultdict(float)
    for line in lines:
        actors[line['actor']] += math.exp(line['lead'] - top)
    return max(lines, key=lambda line: (actors[line['actor']], line['lead']))


def contradict(one, other):
    """Readings of the same words."""
    return (one['actor'] == other['actor'] and one['stance'] != other['stance']
            and set(one['triggers']) & set(other['triggers']))


class Score:
    def __init__(self):
        self.right = self.found = self.wanted = self.within = 0
        self.actor = self.stance = self.reached = self.mains = 0

    def add(self, article, shown):
        free = list(shown)
        for position in article.positions:
            hit = next((line for line in free if fits(line, position)), None)
            if hit is not None:
                free.remove(hit)
                self.right += 1
        self.found += len(shown)
        self.wanted += len(article.positions)
        self.within += sum(article.shown)
        if article.main:
            self.mains += 1
            self.reached += any(article.leads)
            right = bool(shown) and same_actor(shown[0]['actor'], names(article.main))
            self.actor += right
            self.stance += right and shown[0]['stance'] == article.main['stance']

    def f1(self):
        return 200 * self.right / max(1, self.found + self.wanted)

    def __str__(self):
        of = lambda a, b: 100 * a / max(1, b)
        return (f'position P {of(self.right, self.found):5.1f} R {of(self.right, self.wanted):5.1f} '
                f'F1 {self.f1():5.1f} (found among all {of(self.within, self.wanted):5.1f})  '
                f'principal actor {of(self.actor, self.mains):5.1f} stance {of(self.stance, self.mains):5.1f} '
                f'(among all {of(self.reached, self.mains):5.1f}) of {self.mains}')


def scores(articles, enough, alone):
    by = defaultdict(Score)
    for article in articles:
        shown = select(article, enough, alone)
        by[article.group].add(article, shown)
        by['all'].add(article, shown)
    return by


def cross_validate(articles, index):
    for fold in range(FOLDS):
        rest = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        show, lead = learn_show(rest, index), learn_lead(rest, index)
        for article in articles[fold::FOLDS]:
            weigh(article, show, lead, index)


def best_threshold(articles):
    """The lowest that comes near the best F1: the curve is flat, and a line too
    many is sooner forgiven than one too few, unless hardly one of six is right."""
    f1 = {t: scores(articles, t / 100, .1)['all'].f1() for t in range(16, 70, 2)}
    return min(t for t in f1 if f1[t] >= max(f1.values()) - 1) / 100


def reliability(articles):
    bins = defaultdict(lambda: [0, 0, 0.0])
    for article in articles:
        for line, shown in zip(article.lines, article.shown):
            one = bins[min(9, int(line['p'] * 10))]
            one[0] += 1
            one[1] += shown
            one[2] += line['p']
    for at, (count, right, total) in sorted(bins.items()):
        print(f'  {at / 10:.1f}–{at / 10 + .1:.1f}: {count:4} lines, said {total / count:.2f}, were {right / count:.2f}')


def ablate(articles, index):
    groups = sorted({name.split('.')[0] for name in index})
    for group in groups:
        part = {n: i for i, n in enumerate((n for n in index if n.split('.')[0] != group), 1)}
        cross_validate(articles, part)
        print(f'  without {group:10}', scores(articles, best_threshold(articles), .1)['all'])


def main():
    words = sys.argv[1:]
    flags = [w for w in words if w.startswith('--')]
    weights = dict(w[9:].split('=') for w in flags if w.startswith('--weight='))
    options = [w.split('=', 1) for w in words if not w.startswith('--')]
    articles = read([(n, pathlib.Path(d), float(weights.get(n, 1))) for n, d in options])
    features = sorted({name for a in articles for line in a.lines for name in line['features']})
    index = {name: i for i, name in enumerate(features, 1)}
    cross_validate(articles, index)
    enough = best_threshold(articles)
    print(f'{len(articles)} articles, {sum(len(a.lines) for a in articles)} lines, threshold {enough:.2f}; held out:')
    for group, score in scores(articles, enough, .1).items():
        print(f'{group:10}', score)
    if '--reliability' in flags:
        reliability(articles)
    if '--missing' in flags:
        for a in articles:
            shown = select(a, enough, .1)
            if a.main and not (shown and fits(shown[0], a.main)):
                why = 'not found' if not any(a.leads) else 'outranked'
                print(f"{a.id}: {why}: {a.main['actor']} / {a.main['stance']} — led by",
                      f"{shown[0]['actor']} / {shown[0]['stance']} ({shown[0]['rule']})" if shown else 'none')
    if '--ablate' in flags:
        ablate(articles, index)
    if '--write' in flags:
        show, lead = learn_show(articles, index), learn_lead(articles, index)
        rows = [('threshold', f'{enough:.2f}', '0.10'), ('bias', f'{show[0]:.3f}', '0')]
        rows += [(name, f'{show[i]:.3f}', f'{lead[i]:.3f}') for name, i in index.items()]
        body = ''.join('\t'.join(row) + '\n' for row in sorted(rows))
        TABLE.write_text(HEAD + 'feature\tshow\tlead\n' + body, 'utf8')


if __name__ == '__main__':
    main()
