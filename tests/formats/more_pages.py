"""Further kinds of sites; see pages.py."""

from html import escape

from pages import Page, amid, ld, links, long_date, ps
from surroundings import BIO, CAPTION, COOKIES, COPYRIGHT, MENU, NEWSLETTER


def live(title, paragraphs, filler):
    """A live page: entries with their times, each with its share buttons."""
    entries = []
    for at in range(0, len(paragraphs), 2):
        body = "".join(ps(paragraphs[at : at + 2]))
        entries.append(
            f'<li class="live-post" id="post-{at}"><article><header class="live-post__header"><time datetime="{filler.date}T{10 + at % 12:02}:05:00Z">{10 + at % 12}:05</time></header><div class="live-post__body">{body}</div><div class="share-tools"><span>شارك</span><a href="#f">فيسبوك</a><a href="#x">إكس</a></div></article></li>'
        )
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)}</title><meta property="og:title" content="مباشر | {escape(title)}">
{ld({"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": title, "datePublished": filler.date + "T06:00:00Z", "liveBlogUpdate": [{"@type": "BlogPosting", "headline": "تحديث", "articleBody": paragraphs[0]}]})}</head>
<body><header class="top"><nav><ul>{links(MENU)}</ul></nav></header><main class="live-page"><div class="live-label">مباشر</div><h1>{escape(title)}</h1><div class="live-feed-controls"><button>الأحدث أولا</button><span>تحديث تلقائي</span></div>
<ol class="live-feed">{"".join(entries)}</ol></main><div class="sidebar"><h3>آخر الأخبار</h3><ul>{links(filler.headlines(6))}</ul></div><footer>{COPYRIGHT}</footer></body></html>""",
        None,
        filler.date,
        may=tuple(f"{10 + at % 12}:05" for at in range(0, len(paragraphs), 2)),
    )


def form_page(title, paragraphs, filler):
    """An Egyptian daily: all of the page is one form, links in the text's own
    paragraphs, the date only as words."""
    first, second = filler.headlines(2)
    also = f'<p><span style="color:#c0392b"><strong>موضوعات متعلقة</strong></span></p><p><a href="/story/1"><strong>- {escape(first)}</strong></a></p><p><a href="/story/2"><strong>- {escape(second)}</strong></a></p>'
    return Page(
        f"""<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd"><html xmlns="http://www.w3.org/1999/xhtml"><head id="Head1"><meta http-equiv="Content-Type" content="text/html; charset=utf-8" /><title>{escape(title)} - النيل اليوم</title><meta property="og:title" content="{escape(title)}" /></head>
<body><form name="form1" method="post" action="story.aspx" id="form1"><input type="hidden" name="__VIEWSTATE" value="dDwtMTI" /><div id="wrapper"><div id="topBar"><ul class="secNav">{links(MENU)}</ul></div>
<div class="articleCont" id="artHolder"><div class="breadcumb"><a href="/">الرئيسية</a> / <a href="/s">سياسة</a></div><h1>{escape(title)}</h1><span class="newsStoryDate">الخميس، {long_date(filler.date)} 02:30 م</span>
<div class="img-cont"><img src="a.jpg" /><span class="img-cap">{escape(CAPTION)}</span></div><span class="writeBy">كتب: {escape(filler.byline)}</span>
<div id="articleBody">{amid(ps(paragraphs), also, 3)}<div class="adv"><p>إعلان</p></div></div>
<div class="socialIcons"><span>مشاركة</span></div><div class="newsTags"><h3>كلمات مفتاحية</h3>{links(["الحكومة", "أخبار اليوم"], "span")}</div></div>
<div class="secSlider"><h3>أخبار متعلقة</h3>{links(filler.headlines(5), "div")}</div><div class="fbComments">{"".join(f'<div class="comm"><h4>مواطن</h4><p>{escape(one)}</p></div>' for one in filler.comments(4))}</div>
<div id="footer"><p>{COPYRIGHT}</p></div></div></form></body></html>""",
        filler.byline,
        filler.date,
    )


def agency(title, paragraphs, filler):
    """A foreign agency's Arabic site: each paragraph is a block with its type,
    other blocks between."""
    blocks = [f'<div class="article__block" data-type="text"><div class="article__text">{escape(one)}</div></div>' for one in paragraphs]
    box = f'<div class="article__block" data-type="article"><div class="article__article m-image"><a href="/1" class="article__article-image"></a><div class="article__article-desc"><a class="article__article-title" href="/1">{escape(filler.headlines(1)[0])}</a><div class="article__article-info"><span>أمس, 14:20</span></div></div></div></div>'
    media = f'<div class="article__block" data-type="media"><div class="photoview__open"><img src="a.jpg"></div><div class="media__copyright">© AP Photo</div><div class="media__title">{escape(CAPTION)}</div></div>'
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)} - {long_date(filler.date)}, وكالة الشمال عربي</title><meta property="og:title" content="{escape(title)}"><meta name="description" content="{escape(paragraphs[0][:140])}">
<script type="application/ld+json">{{"@context":"http://schema.org","@type":"NewsArticle","headline":"x" BROKEN}}</script></head><body><div id="body_bg"><header class="header">{links(MENU, "span")}</header><main id="content"><div class="article " itemscope itemtype="https://schema.org/Article">
<div class="schema_org" itemprop="articleBody">{escape(" ".join(paragraphs))}</div><div class="article__meta" itemprop="mainEntityOfPage" content="1"></div><meta itemprop="datePublished" content="{filler.date.replace("-", "")}T1015+0300"><div itemprop="author" itemscope itemtype="https://schema.org/Organization"><meta itemprop="name" content="وكالة الشمال عربي"></div>
<div class="article__header"><div class="article__info "><div class="article__info-date"><a href="/d">10:15 {long_date(filler.date)}</a></div></div><h1 class="article__title">{escape(title)}</h1></div>
<div class="article__announce">{media}</div><div class="article__news-services-subscribe"><span>تابعنا على</span><a href="#t">تلغرام</a></div><div class="article__body">{amid(blocks, box, 2)}</div><div class="article__footer"><div class="article__share">شارك</div><ul class="tags">{links(["العالم", "أخبار"])}</ul></div></div>
<div class="article__userbar-loader"><div class="banner">إعلان</div></div><div class="lenta">{"".join(f'<div class="lenta__item"><a href="/l">{escape(one)}</a></div>' for one in filler.headlines(8))}</div></main><footer class="footer">{COPYRIGHT}</footer></div></body></html>""",
        "وكالة الشمال عربي",
        filler.date,
    )


def endless(title, paragraphs, filler):
    """Saved after scrolling: two other articles follow in the same shape."""

    def story(head, texts, date, name):
        return f'<article class="story" data-url="/x"><h1 class="story__title">{escape(head)}</h1><div class="story__meta"><span class="story__author">{escape(name)}</span><time datetime="{date}T09:00">{long_date(date)}</time></div><div class="story__share"><a>شارك</a></div><div class="story__content article-body"><div class="story__lead">{escape(texts[0])}</div>{"".join(ps(texts[1:]))}</div><div class="story__tags">{links(["سياسة"], "span")}</div></article><div class="ad-slot">إعلان</div>'

    others = [(one, filler.comments(5) * 2) for one in filler.headlines(2)]
    return Page(
        f"""<!DOCTYPE html>
<!-- saved from url=(0033)https://example.org/middle-east/1 -->
<html lang="ar" dir="rtl"><head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8"><title>{escape(title)} | نافذة الخليج</title><meta property="og:title" content="{escape(title)}"><meta property="og:url" content="https://example.org/middle-east/1"><meta itemprop="datePublished" content="{filler.date}T09:00:00"><link rel="stylesheet" href="./page_files/a.css"></head>
<body><div class="app"><div class="header-wrap"><ul>{links(MENU)}</ul></div><div class="stories">{story(title, paragraphs, filler.date, filler.byline)}{"".join(story(head, texts, "2024-01-02", "كاتب آخر") for head, texts in others)}</div><div class="footer-wrap">{COPYRIGHT}</div></div></body></html>""",
        filler.byline,
        filler.date,
    )


def boxes_only(title, paragraphs, filler):
    """XHTML of a Lebanese daily: boxes for paragraphs, no mark that means
    anything."""
    body = "".join(f"<div>{escape(one)}</div><div>&#160;</div>\n" for one in paragraphs)
    return Page(
        f"""<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd"><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ar" lang="ar" dir="rtl"><head><title>الأرز :: {escape(title)}</title></head>
<body><div id="c1"><div id="c2">{links(MENU, "span")}</div><div id="c3"><div class="t1">{escape(title)}</div><div class="t2">{escape(filler.byline)}</div><div class="t3"><div class="ph"><img src="a.jpg" alt="" /><div>{escape(CAPTION)}</div></div>{body}</div><div class="t4"><a href="#">طباعة</a> <a href="#">إرسال</a></div></div>
<div id="c4">{"".join(f'<div><a href="/{at}">{escape(one)}</a></div>' for at, one in enumerate(filler.headlines(7)))}</div><div id="c5">{COPYRIGHT}</div></div></body></html>""",
        ending="xhtml",
        may=(CAPTION, filler.byline),
    )


def magazine(title, paragraphs, filler):
    """A page of opinion and reports: headings, a quotation pulled out, the
    author's box inside the article, a heading and list amid the text."""
    parts = ps(paragraphs)
    quote = f'<div class="pullquote"><blockquote>{escape(paragraphs[min(2, len(paragraphs) - 1)][:80])}</blockquote></div>'
    box = f'<div class="newsletter-inline"><h4>النشرة الأسبوعية</h4><p>{NEWSLETTER}</p><form><input type="email"/></form></div>'
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)} – مجلة الرصيف</title><meta name="twitter:title" content="{escape(title)}"><meta name="parsely-author" content="{escape(filler.byline)}"><meta name="parsely-pub-date" content="{filler.date}T04:00:00Z"></head>
<body class="article-page"><div class="mega-menu">{links(MENU)}</div><div class="hero"><div class="kicker">رأي</div><h1 class="headline">{escape(title)}</h1><div class="dek">{escape(filler.deck)}</div><div class="by"><a rel="author" href="/a">{escape(filler.byline)}</a></div></div>
<div class="progress-bar"></div><div class="audio-player"><span>استمع إلى المقال</span><span>6 دقائق</span></div><section class="body-copy"><div class="inline-author"><img src="x.jpg"><strong>{escape(filler.byline)}</strong><p>{BIO}</p></div>{amid(parts[:4], quote, 3)}{box}{"".join(parts[4:])}<p class="disclaimer"><em>الآراء الواردة في هذا المقال تعبر عن كاتبها ولا تعكس بالضرورة سياسة المجلة.</em></p></section>
<div class="tags-wrap">الكلمات المفتاحية: {links(["رأي", "سياسة"], "span")}</div><div class="more-from"><h3>المزيد من الكاتب</h3>{links(filler.headlines(3), "div")}</div><div class="gdpr-banner">{COOKIES}</div><div class="foot">{COPYRIGHT}</div></body></html>""",
        filler.byline,
        filler.date,
        filler.deck,
        may=("الآراء الواردة في هذا المقال تعبر عن كاتبها ولا تعكس بالضرورة سياسة المجلة.", "رأي"),
    )
