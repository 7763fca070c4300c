"""Saved pages in the shape of several kinds of Arabic news sites. The marks
are those that such sites write; the names and the surroundings are invented.

Each template takes a title, paragraphs and a `Filler`, and gives a `Page`.
"""

import json
from dataclasses import dataclass
from html import escape

from surroundings import BIO, CAPTION, COOKIES, COPYRIGHT, MENU, NEWSLETTER

MONTHS = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"]


@dataclass
class Page:
    html: str
    byline: str | None = None
    date: str | None = None
    deck: str | None = None
    encoding: str = "utf-8"
    ending: str = "html"
    # Lines of the page that may stand in the text and need not.
    may: tuple = ()


def links(texts, tag="li", href="https://example.org/n/"):
    return "".join(f'<{tag}><a href="{href}{at}">{escape(one)}</a></{tag}>\n' for at, one in enumerate(texts))


def ps(paragraphs, mark=""):
    return [f"<p{mark}>{escape(one)}</p>\n" for one in paragraphs]


def amid(parts, box, after=2):
    """Puts a box between the paragraphs, as related links are put."""
    at = min(after, len(parts))
    return "".join(parts[:at]) + box + "".join(parts[at:])


def long_date(iso):
    year, month, day = iso.split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def ld(data):
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def broadcaster(title, paragraphs, filler):
    """A television channel's site, rendered by a script on the server."""
    related = f'<div class="more-on"><h2 class="more-on__heading">اقرأ أيضا</h2><span class="screen-reader-text">list of 3 items</span><ul>{links(filler.headlines(3))}</ul><span class="screen-reader-text">end of list</span></div>'
    ad = '<div class="container--ads container--ads-leaderboard"><span class="ad-label">إعلان</span><div id="div-gpt-ad-1"></div></div>'
    body = amid(ps(paragraphs), related)
    body = body.replace("</p>", "</p>" + ad, 1)
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl" data-reactroot><head><meta charset="utf-8"><title>{escape(title)} | أخبار | شبكة المدى</title>
<meta property="og:title" content="{escape(title)}"><meta property="og:site_name" content="شبكة المدى"><meta property="og:description" content="{escape(filler.deck)}">
{ld({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "datePublished": filler.date + "T08:15:00Z", "author": {"@type": "Organization", "name": filler.agency}})}
<style>.a{{color:red}}</style></head><body class="theme-ar news"><div id="root"><div class="container container--header"><div class="header-menu"><a class="skip" href="#main">تجاوز إلى المحتوى</a><nav aria-label="Site"><ul>{links(MENU)}</ul></nav></div></div>
<div class="container trending"><div class="trending__title">شائع الآن</div><ul>{links(filler.headlines(4))}</ul></div>
<div class="container container--grid"><main id="main-content-area"><div class="breadcrumbs"><a href="/n">أخبار</a><span>|</span><a href="/p">سياسة</a></div>
<header class="article-header"><h1>{escape(title)}</h1><p class="article__subhead"><em>{escape(filler.deck)}</em></p></header>
<figure class="article-featured-image"><div class="responsive-image"><img src="https://example.org/a.jpg" alt="{escape(CAPTION)}"></div><figcaption>{escape(CAPTION)}</figcaption></figure>
<div class="article-info-block css-1x"><div class="article-dates"><div class="date-simple"><span class="screen-reader-text">Published On </span><span aria-hidden="true">{long_date(filler.date)}</span></div></div><div class="article-author-name">{escape(filler.agency)}</div></div>
<div class="social-share"><button>شارك عبر فيسبوك</button><button>شارك عبر واتساب</button><span>حفظ</span></div>
<div class="wysiwyg wysiwyg--all-content css-ibbk12" aria-live="polite" aria-atomic="true">{body}<div class="article-source"><span>المصدر</span>: <span>{escape(filler.agency)}</span></div></div>
<div class="container--newsletter newsletter-signup"><h3>نشرتنا</h3><p>{NEWSLETTER}</p><form><input type="email"><button>اشترك</button></form></div></main>
<aside class="sidebar l-col--4"><h2>الأكثر قراءة</h2><ol class="most-read">{links(filler.headlines(5))}</ol></aside></div>
<footer class="site-footer"><ul>{links(["من نحن", "اتصل بنا", "وظائف"])}</ul><p>{COPYRIGHT}</p></footer></div><div id="onetrust-banner-sdk" class="otFlat"><p>{COOKIES}</p><button>قبول الكل</button></div>
<script>window.__APOLLO_STATE__={{"a":"نص برمجي طويل لا يظهر"}};</script></body></html>""",
        filler.agency,
        filler.date,
        filler.deck,
        may=(f"المصدر: {filler.agency}", f"المصدر : {filler.agency}"),
    )


def hashed_classes(title, paragraphs, filler):
    """A public broadcaster whose classes are hashes; each paragraph in a box."""

    def box(inner):
        return f'<div dir="rtl" class="bbc-19j92fr ebmt73l0">{inner}</div>\n'

    parts = [box(f'<p class="bbc-1sy09mr e1cc2ql70" dir="rtl">{escape(one)}</p>') for one in paragraphs]
    parts[0] = parts[0].replace("<p ", "<p ").replace(escape(paragraphs[0]), f"<b>{escape(paragraphs[0])}</b>")
    picture = f'<div class="bbc-1ka88fa ebmt73l0"><figure class="bbc-1qn0xuy e34k3c23"><div class="bbc-189y18v"><img src="a.jpg" alt="وزير يتحدث"></div><p class="bbc-1s5ma6x"><span class="visually-hidden">صدر الصورة، </span><span>Getty Images</span></p><figcaption class="bbc-jdbn9k"><span class="visually-hidden">التعليق على الصورة، </span><p class="bbc-8f7">{escape(CAPTION)}</p></figcaption></figure></div>'
    promo = f'<section role="region" aria-labelledby="recommendations-heading" class="bbc-1a9mmsv"><div class="bbc-v9s"><strong id="recommendations-heading">مقالات مقترحة</strong><a href="#end-of-recommendations" class="bbc-skip">تخطى مقالات مقترحة وواصل القراءة</a><ul class="bbc-k0" role="list">{links(filler.headlines(4))}</ul><p id="end-of-recommendations" tabindex="-1" class="bbc-skip">مقالات مقترحة نهاية</p></div></section>'
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl" class="no-js"><head><meta charset="utf-8"/><title>{escape(title)} - صوت العالم عربي</title>
<meta property="og:title" content="{escape(title)} - صوت العالم عربي"/><meta property="og:type" content="article"/><meta property="article:published_time" content="{filler.date}T17:05:33.000Z"/><meta property="article:author" content="https://www.facebook.com/example"/></head>
<body><div id="root"><header role="banner" class="bbc-1bx"><div class="bbc-l1"><a href="/arabic">صوت العالم عربي</a></div><nav role="navigation" aria-label="صوت العالم" class="bbc-7cgl08"><ul role="list">{links(MENU)}</ul></nav></header>
<div class="bbc-fa0wmp"><div class="bbc-1yuhv8k"><main role="main" class="bbc-fa0wmp">
<div class="bbc-1151pbn ebmt73l0"><h1 class="bbc-14gqcmb e1p3vdyi0" id="content" tabindex="-1">{escape(title)}</h1></div>{picture}
<section role="region" aria-labelledby="article-byline" class="bbc-t44f9r"><strong id="article-byline" class="visually-hidden">معلومات المقال</strong><ul role="list"><li><span class="visually-hidden">Author, </span><span class="bbc-1a3w">{escape(filler.byline)}</span></li><li><span class="visually-hidden">Role, </span><span>صوت العالم عربي</span></li><li><time class="bbc-14xtggo" datetime="{filler.date}">{long_date(filler.date)}</time></li></ul></section>
{amid(parts, promo, 3)}</main></div>
<section aria-labelledby="related-topics" role="region" class="bbc-1qqw9"><h2 id="related-topics">مواضيع ذات صلة</h2><ul>{links(["سياسة", "الشرق الأوسط", "دبلوماسية"])}</ul></section>
<div class="bbc-hqk"><section role="region" aria-labelledby="Top-Stories"><h2 id="Top-Stories">الأخبار الرئيسية</h2><div><h3><a href="/1">{escape(filler.headlines(1)[0])}</a></h3><time>قبل 3 ساعات</time></div></section><section role="region" aria-labelledby="Most-Read-heading" class="bbc-jgo"><h2 id="Most-Read-heading">الأكثر قراءة</h2><ol>{links(filler.headlines(6))}</ol></section></div></div>
<footer role="contentinfo" class="bbc-x1"><ul>{links(["شروط الاستخدام", "سياسة الخصوصية"])}</ul><p>© 2024. هذه المؤسسة ليست مسؤولة عن محتوى المواقع الخارجية. نبذة عن سياستنا بشأن الروابط الخارجية.</p></footer></div></body></html>""",
        filler.byline,
        filler.date,
    )


def wordpress(title, paragraphs, filler):
    """A news site on WordPress, with share buttons, an author's box and
    comments longer than some articles."""
    first, second = filler.headlines(2)
    also = f'<p><strong>اقرأ أيضا: <a href="https://example.org/x">{escape(first)}</a></strong></p>\n<blockquote class="wp-embedded-content"><a href="https://example.org/y">{escape(second)}</a></blockquote>'
    comments = "".join(
        f'<li class="comment even thread-even depth-1" id="comment-{at}"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">قارئ {at}</b> <span class="says">يقول:</span></div><time datetime="2024-03-0{at + 1}T09:00:00+00:00">منذ يومين</time></footer><div class="comment-content"><p>{escape(one)}</p><p>{escape(one)}</p></div><div class="reply"><a href="#r">رد</a></div></article></li>'
        for at, one in enumerate(filler.comments(5))
    )
    return Page(
        f"""<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="UTF-8"><title>{escape(title)} - بريد المغرب العربي</title>
<meta property="og:title" content="{escape(title)}"><meta property="og:description" content="{escape(paragraphs[0][:150])}..."><meta property="article:published_time" content="{filler.date}T10:20:00+01:00"><meta name="author" content="{escape(filler.byline)}"><meta name="generator" content="WordPress 6.4.3">
{ld({"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "بريد المغرب العربي"}, {"@type": ["Article", "NewsArticle"], "headline": title + " ", "datePublished": filler.date + "T10:20:00+01:00", "author": {"name": filler.byline, "@id": "https://example.org/#/schema/person/1"}}, {"@type": "BreadcrumbList"}]})}</head>
<body class="rtl post-template-default single single-post postid-99 single-format-standard has-sidebar sidebar-left"><div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title"><a href="/">بريد المغرب العربي</a></p><nav id="site-navigation" class="main-navigation"><div class="menu-main-container"><ul id="primary-menu" class="menu">{links(MENU)}</ul></div></nav></header>
<div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main"><div class="breadcrumb"><a href="/">الرئيسية</a> » <a href="/s">سياسة</a> » {escape(title)}</div>
<article id="post-99" class="post-99 post type-post status-publish format-standard has-post-thumbnail hentry category-politics tag-news"><header class="entry-header"><h1 class="entry-title post-title">{escape(title)}</h1><div class="entry-meta post-meta"><span class="byline">بقلم <span class="author vcard"><a class="url fn n" href="/author/1">{escape(filler.byline)}</a></span></span> <span class="posted-on"><time class="entry-date published" datetime="{filler.date}T10:20:00+01:00">{long_date(filler.date)}</time></span> <span class="comments-link"><a href="#comments">5 تعليقات</a></span> <span class="views">1,204 مشاهدة</span></div></header>
<div class="post-thumbnail wp-caption"><img src="a.jpg" alt=""><p class="wp-caption-text">{escape(CAPTION)}</p></div>
<div class="entry-content single-post-content"><div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">شارك هذا الموضوع:</h3><ul><li><a href="#f">فيس بوك</a></li><li><a href="#x">اضغط لتشارك على تويتر (فتح في نافذة جديدة)</a></li></ul></div>
{amid(ps(paragraphs), also)}<div id="jp-relatedposts" class="jp-relatedposts"><h3 class="jp-relatedposts-headline"><em>مرتبط</em></h3><div class="jp-relatedposts-items">{links(filler.headlines(3), "p")}</div></div></div>
<footer class="entry-footer"><span class="cat-links">نشر في <a href="/s" rel="category tag">سياسة</a></span><span class="tags-links">الوسوم: <a href="/t" rel="tag">حكومة</a>، <a href="/t2" rel="tag">برلمان</a></span></footer></article>
<div class="author-box"><img src="b.jpg"><h4>{escape(filler.byline)}</h4><p class="author-bio">{BIO}</p></div>
<nav class="navigation post-navigation"><div class="nav-previous"><a href="/p">السابق: {escape(first)}</a></div></nav>
<div id="comments" class="comments-area"><h2 class="comments-title">5 آراء حول “{escape(title)}”</h2><ol class="comment-list">{comments}</ol><div id="respond" class="comment-respond"><h3>اترك تعليقاً</h3><form><p class="comment-notes">لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p><textarea></textarea></form></div></div></main></div>
<aside id="secondary" class="widget-area"><section class="widget widget_recent_entries"><h2 class="widget-title">أحدث المقالات</h2><ul>{links(filler.headlines(5))}</ul></section><section class="widget widget_text"><div class="textwidget"><p>{NEWSLETTER}</p></div></section></aside></div>
<footer id="colophon" class="site-footer"><div class="site-info">{COPYRIGHT}</div></footer></div><div id="cookie-notice" role="dialog"><span>{COOKIES}</span></div></body></html>""",
        filler.byline,
        filler.date,
        may=(f"اقرأ أيضا: {first}",),
    )


def drupal(title, paragraphs, filler):
    """A pan-Arab daily on Drupal: fields in fields."""
    box = f'<div class="views-element-container block block-related-in-text"><h3>مواضيع ذات صلة</h3><div class="views-row"><div class="views-field views-field-title"><span class="field-content"><a href="/1">{escape(filler.headlines(1)[0])}</a></span></div><div class="views-field-body"><span>{escape(filler.comments(1)[0])}</span></div></div></div>'
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8" /><meta name="description" content="{escape(paragraphs[0][:120])}" /><meta property="og:title" content="{escape(title)}" /><meta property="article:published_time" content="{filler.date}T19:00:00+00:00" /><title>{escape(title)}</title></head>
<body class="page-node-501 path-node page-node-type-article not-logged-in"><div class="dialog-off-canvas-main-canvas"><div class="layout-container"><header role="banner"><div class="region region-header"><div class="block block-menu navigation"><ul class="menu">{links(MENU)}</ul></div></div></header>
<main role="main"><div class="layout-content"><div class="region region-content"><article role="article" class="node node--type-article node--view-mode-full clearfix"><div class="node__header">
<div class="field field--name-field-supertitle">ملف خاص</div><h1 class="page-title"><span class="field field--name-title">{escape(title)}</span></h1><h2 class="node-subtitle field field--name-field-subtitle">{escape(filler.deck)}</h2></div>
<div class="field field--name-field-image"><img src="a.jpg"><div class="field--name-field-image-caption image-caption">{escape(CAPTION)}</div></div>
<div class="node__meta"><div class="field--name-field-location">الرياض:</div><div class="field--name-field-author author-name"><a href="/w/1">{escape(filler.byline)}</a></div><div class="entry-time">نُشر: 19:00-{long_date(filler.date)} م ـ 12 رَمضان 1445 هـ</div><div class="social-share-block"><span>T</span><span>T</span></div></div>
<div class="node__content clearfix"><div class="clearfix text-formatted field field--name-body field--type-text-with-summary field--label-hidden field__item">{amid(ps(paragraphs, ' class="text-align-justify"'), box)}</div>
<div class="field field--name-field-tags"><div class="field__label">مواضيع</div><div class="field__item"><a href="/t">أخبار العالم</a></div><div class="field__item"><a href="/t">حكومة</a></div></div></div></article>
<div class="views-element-container block block-more"><h2>المزيد من سياسة</h2>{"".join(f'<div class="views-row"><article class="node node--view-mode-teaser"><h3><a href="/n">{escape(one)}</a></h3><p>{escape(filler.comments(1)[0])}</p></article></div>' for one in filler.headlines(4))}</div></div></div>
<aside class="layout-sidebar-second" role="complementary"><div class="region"><h2>مقالات</h2><ul>{links(filler.headlines(4))}</ul></div></aside></main><footer role="contentinfo"><div>{COPYRIGHT}</div></footer></div></div></body></html>""",
        filler.byline,
        filler.date,
        filler.deck,
        may=("الرياض:", "ملف خاص"),
    )


def old_tables(title, paragraphs, filler):
    """A site of about 2005: tables in tables, font marks, line breaks for
    paragraphs, windows-1256 while its head says otherwise."""
    menu = "".join(f'<tr><td bgcolor="#003366" align=right><a href="sec.asp?id={at}"><font color=white size=2>{one}</font></a></td></tr>' for at, one in enumerate(MENU))
    news = "".join(f'<tr><td><font size=2>• <a href="news.asp?id={at}">{one}</a></font></td></tr>' for at, one in enumerate(filler.headlines(6)))
    body = "<br><br>\r\n".join(escape(one, quote=False) for one in paragraphs)
    html = f"""<html dir=rtl><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><title>جريدة الميناء - {escape(title)}</title></head>
<body bgcolor="#ffffff" topmargin=0><table width=780 border=0 cellpadding=0 cellspacing=0 align=center><tr><td colspan=3><table width="100%"><tr><td><img src="logo.gif" alt="جريدة الميناء"></td><td align=left><font size=1>الثلاثاء 5 مارس</font></td></tr></table></td></tr>
<tr valign=top><td width=120><table width=120>{menu}</table><br><table><tr><td><font size=2><b>تصويت</b><br>هل تؤيد القرار الجديد؟<br><input type=radio> نعم <input type=radio> لا<br><input type=submit value="صوت"></font></td></tr></table></td>
<td width=520><table width="100%" cellpadding=4><tr><td><font size=2 color=gray><a href="default.asp">الرئيسية</a> &gt; <a href="sec.asp?id=1">سياسة</a></font></td></tr>
<tr><td align=center><font face="Simplified Arabic" size=5 color="#990000"><b>{escape(title, quote=False)}</b></font></td></tr>
<tr><td><table align=left width=200><tr><td><img src="pic.jpg" width=200></td></tr><tr><td align=center><font size=1>{CAPTION}</font></td></tr></table>
<font face="Simplified Arabic" size=4><p align=justify>{body}</p></font></td></tr>
<tr><td><hr><font size=2><a href="print.asp?id=9">طباعة</a> | <a href="send.asp?id=9">أرسل لصديق</a> | <a href="comment.asp?id=9">أضف تعليقا</a></font></td></tr></table></td>
<td width=140><table>{news}</table></td></tr><tr><td colspan=3 align=center bgcolor="#cccccc"><font size=1>{COPYRIGHT}</font></td></tr></table></body></html>"""
    return Page(html, encoding="cp1256", ending="htm")


def amp(title, paragraphs, filler):
    """An accelerated page."""
    ad = '<amp-ad width="300" height="250" type="doubleclick"><div placeholder>إعلان</div></amp-ad>'
    rel = f'<amp-list src="https://example.org/rel.json"><template type="amp-mustache">{{{{title}}}}</template></amp-list><div class="read-more"><span>مواد ذات صلة</span>{links(filler.headlines(2), "h4")}</div>'
    return Page(
        f"""<!doctype html><html ⚡ lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)}</title><link rel="canonical" href="https://example.org/1">
{ld([{"@context": "http://schema.org", "@type": "NewsArticle", "mainEntityOfPage": "https://example.org/1", "headline": title, "datePublished": filler.date + "T12:00:00+03:00", "author": [{"@type": "Person", "name": filler.byline}], "publisher": {"@type": "Organization", "name": "سماء"}}])}
<style amp-boilerplate>body{{animation:none}}</style><noscript><style>body{{animation:none}}</style></noscript><script async src="https://cdn.example.org/v0.js"></script></head>
<body><amp-sidebar id="sidebar" layout="nodisplay" side="right"><ul>{links(MENU)}</ul></amp-sidebar><header class="amp-header"><button on="tap:sidebar.toggle">القائمة</button><a href="/">سماء</a></header>
<article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">{escape(title)}</h1><div class="amp-wp-meta amp-wp-byline"><span class="amp-wp-author author vcard">{escape(filler.byline)}</span></div><div class="amp-wp-meta amp-wp-posted-on"><time datetime="{filler.date}">{long_date(filler.date)}</time></div></header>
<amp-img src="a.jpg" width="600" height="400"></amp-img><p class="amp-wp-caption">{escape(CAPTION)}</p><div class="amp-wp-article-content">{amid(ps(paragraphs), ad + rel)}</div>
<footer class="amp-wp-article-footer"><div class="amp-wp-meta amp-wp-tax-category">التصنيفات: <a href="/c">عالم</a></div><amp-social-share type="twitter"></amp-social-share></footer></article>
<amp-user-notification id="n" layout="nodisplay"><p>{COOKIES}</p><button on="tap:n.dismiss">موافق</button></amp-user-notification><footer class="amp-wp-footer"><p>{COPYRIGHT}</p></footer></body></html>""",
        filler.byline,
        filler.date,
    )


def cut_off(title, paragraphs, filler):
    """The page shows two paragraphs and a button; the article stands whole in
    its data."""
    return Page(
        f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>{escape(title)} | الدليل اليومي</title><meta property="og:title" content="{escape(title)}">
{ld({"@context": "https://schema.org", "@type": "NewsArticle", "headline": title, "alternativeHeadline": filler.deck, "datePublished": filler.date, "articleBody": chr(10).join(paragraphs), "author": {"@type": "Person", "name": filler.byline}, "isAccessibleForFree": False})}</head>
<body><header><nav>{links(MENU)}</nav></header><main><h1>{escape(title)}</h1><p class="subtitle">{escape(filler.deck)}</p><div class="article-text clipped">{"".join(ps(paragraphs[:2]))}</div><div class="paywall"><h3>هذا المحتوى للمشتركين</h3><p>اشترك الآن لمتابعة القراءة بلا حدود على كل أجهزتك، بسعر خاص في الشهر الأول.</p><button>اقرأ المزيد</button></div></main><div class="latest"><ul>{links(filler.headlines(6))}</ul></div><footer>{COPYRIGHT}</footer></body></html>""",
        filler.byline,
        filler.date,
        filler.deck,
    )


def shell(title, paragraphs, filler):
    """A page that its script would have drawn; nothing but its data is saved."""
    body = "<p>" + "</p><p>".join(escape(one) for one in paragraphs) + "</p>"
    data = {"@context": "https://schema.org", "@type": "ReportageNewsArticle", "headline": escape(title), "datePublished": filler.date + "T05:00:00.000Z", "articleBody": body, "author": {"@type": "Person", "name": filler.byline}, "creator": [filler.byline]}
    return Page(
        f"""<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>الساعة</title>{ld({"@type": "Organization", "name": "الساعة", "description": COPYRIGHT})}{ld(data)}<script src="/app.js" defer></script></head>
<body><noscript>يجب تفعيل جافاسكربت لتشغيل هذا التطبيق.</noscript><div id="app"><div class="spinner">جار التحميل...</div></div></body></html>""",
        filler.byline,
        filler.date,
    )
