# Messages of the interface in Arabic. Same ids as en.ftl, in the same order.

## Counts
count-statements = { $count ->
    [zero] لا تصريحات
    [one] تصريح واحد
    [two] تصريحان
    [few] { $count } تصريحات
    [many] { $count } تصريحًا
   *[other] { $count } تصريح
}

## Stances
stance-support = موقف مؤيد
stance-oppose = موقف معارض
stance-conditional = موقف مشروط
stance-neutral = موقف محايد
stance-none = لا موقف مذكور
stance-support-short = مؤيد
stance-oppose-short = معارض
stance-conditional-short = مشروط
stance-neutral-short = محايد
stance-none-short = لا موقف مذكور

## Files
error-missing = الملف { $file } غير موجود. تحقق من اسمه ومجلده.
error-folder = لا مقالة في المجلد { $file }: ليس فيه ملف. اختر مجلدًا آخر، أو ضع في هذا مقالات (نصًا أو Word أو PDF أو صفحات ويب أو بريدًا).
error-forbidden = لا يُسمح لهذا المستخدم بقراءة الملف { $file }. اطلب إذن القراءة أو انسخه إلى مجلد لك.
error-too-large = الملف { $file } أكبر من { $limit } ميغابايت، ولا مقالة بهذا الحجم. احفظ المقالة وحدها في ملف نصي.
error-empty = الملف { $file } فارغ. احفظ المقالة من جديد مع نصها.
error-blank = ليس في الملف { $file } إلا فراغات وأسطر خالية. احفظ المقالة من جديد مع نصها.
error-binary = ليس في الملف { $file } نص يُقرأ. احفظ المقالة نصًا عاديًا (‎.txt بترميز UTF-8).
error-foreign = { $kind ->
    [doc] الملف { $file } مستند Word قديم لا يقرؤه هذا الإصدار. افتحه في Word أو LibreOffice واحفظه بصيغة docx، أو انسخ نصه والصقه هنا.
   *[packed] الملف { $file } أرشيف مضغوط ليس فيه مستند نصي. فك ضغطه وافتح ما بداخله.
}
error-damaged = الملف { $file } مستند تالف أو مقطوع. افتحه في البرنامج الذي كتبه واحفظه من جديد، أو اطلب نسخة أخرى منه.
error-locked = الملف { $file } مقفل بكلمة مرور. افتحه في البرنامج الذي كتبه واحفظ نسخة بلا كلمة مرور.
error-swollen = الملف { $file } ينفك إلى أضعاف حجم أي مقالة، فلم يُقرأ. إن كان مقالة حقًا فاحفظ نصها في ملف txt.
error-stumbled = تعثر البرنامج في قراءة الملف { $file } لخلل فيه لا في عملك. افتحه في البرنامج الذي كتبه واحفظه نصًا عاديًا (txt بترميز UTF-8)، أو انسخ نصه والصقه هنا.
error-scanned = في الملف { $file } صور صفحات بلا نص. مرره على برنامج للتعرف على النصوص (OCR)، أو اطلب المقالة نصًا.
error-untold = لا يبين الملف { $file } الحروف التي ترسمها خطوطه. انسخ نصه من قارئ PDF والصقه هنا، أو اطلب المقالة نصًا.
error-unreadable = تعذرت قراءة الملف { $file } ({ $reason }). أعد المحاولة أو انسخه إلى قرص آخر.
repair-undecodable = { $count ->
    [one] حرف تالف واحد استُبدل
    [two] حرفان تالفان استُبدلا
    [few] { $count } حروف تالفة استُبدلت
    [many] { $count } حرفًا تالفًا استُبدل
   *[other] { $count } حرف تالف استُبدل
}
repair-control-characters = { $count ->
    [one] رمز تحكم واحد حُذف
    [two] رمزا تحكم حُذفا
    [few] { $count } رموز تحكم حُذفت
    [many] { $count } رمز تحكم حُذف
   *[other] { $count } رمز تحكم حُذف
}
repair-markdown-marks = { $count ->
    [one] علامة Markdown واحدة حُذفت
    [two] علامتا Markdown حُذفتا
    [few] { $count } علامات Markdown حُذفت
    [many] { $count } علامة Markdown حُذفت
   *[other] { $count } علامة Markdown حُذفت
}
repair-page-margins = { $count ->
    [one] ترويسة أو تذييل صفحة واحد تُرك
    [two] ترويستان أو تذييلان تُركا
    [few] { $count } ترويسات وتذييلات صفحات تُركت
    [many] { $count } ترويسة وتذييل صفحة تُركت
   *[other] { $count } ترويسة وتذييل صفحة تُركت
}
repair-joined-lines = { $count ->
    [one] سطر ملفوف واحد وُصل
    [two] سطران ملفوفان وُصلا
    [few] { $count } أسطر ملفوفة وُصلت
    [many] { $count } سطرًا ملفوفًا وُصل
   *[other] { $count } سطر ملفوف وُصل
}
repair-double-encoding = { $count ->
    [one] حرف واحد فُك ترميزه المضاعف
    [two] حرفان فُك ترميزهما المضاعف
    [few] { $count } أحرف فُك ترميزها المضاعف
    [many] { $count } حرفًا فُك ترميزها المضاعف
   *[other] { $count } حرف فُك ترميزها المضاعف
}
repair-misread-encoding = { $count ->
    [one] حرف واحد مقروء بترميز خاطئ صُحح
    [two] حرفان مقروءان بترميز خاطئ صُححا
    [few] { $count } أحرف مقروءة بترميز خاطئ صُححت
    [many] { $count } حرفًا مقروءة بترميز خاطئ صُححت
   *[other] { $count } حرف مقروءة بترميز خاطئ صُححت
}
repair-lost-letters = { $count ->
    [one] حرف واحد مفقود رُد بالقرينة
    [two] حرفان مفقودان رُدا بالقرينة
    [few] { $count } أحرف مفقودة رُدت بالقرينة
    [many] { $count } حرفًا مفقودًا رُدت بالقرينة
   *[other] { $count } حرف مفقود رُدت بالقرينة
}
repair-visual-order = { $count ->
    [one] سطر واحد معكوس الترتيب صُحح
    [two] سطران معكوسا الترتيب صُححا
    [few] { $count } أسطر معكوسة الترتيب صُححت
    [many] { $count } سطرًا معكوس الترتيب صُحح
   *[other] { $count } سطر معكوس الترتيب صُحح
}
repair-presentation-forms = { $count ->
    [one] شكل حرف واحد رُد إلى حرفه
    [two] شكلا حرفين رُدا إلى حرفيهما
    [few] { $count } أشكال حروف رُدت إلى حروفها
    [many] { $count } شكل حرف رُدت إلى حروفها
   *[other] { $count } شكل حرف رُدت إلى حروفها
}
repair-bidi-controls = { $count ->
    [one] علامة اتجاه شاردة حُذفت
    [two] علامتا اتجاه شاردتان حُذفتا
    [few] { $count } علامات اتجاه شاردة حُذفت
    [many] { $count } علامة اتجاه شاردة حُذفت
   *[other] { $count } علامة اتجاه شاردة حُذفت
}
repair-zero-width = { $count ->
    [one] رمز خفي واحد حُذف
    [two] رمزان خفيان حُذفا
    [few] { $count } رموز خفية حُذفت
    [many] { $count } رمزًا خفيًا حُذف
   *[other] { $count } رمز خفي حُذف
}
repair-spaced-letters = { $count ->
    [one] كلمة متباعدة الحروف وُصلت
    [two] كلمتان متباعدتا الحروف وُصلتا
    [few] { $count } كلمات متباعدة الحروف وُصلت
    [many] { $count } كلمة متباعدة الحروف وُصلت
   *[other] { $count } كلمة متباعدة الحروف وُصلت
}
repair-tatweel = { $count ->
    [one] تطويل واحد حُذف
    [two] تطويلان حُذفا
    [few] { $count } تطويلات حُذفت
    [many] { $count } تطويلًا حُذف
   *[other] { $count } تطويل حُذف
}
repair-repeated-title = { $count ->
    [one] عنوان مكرر استُبعد من التحليل
    [two] عنوانان مكرران استُبعدا من التحليل
    [few] { $count } عناوين مكررة استُبعدت من التحليل
    [many] { $count } عنوانًا مكررًا استُبعد من التحليل
   *[other] { $count } عنوان مكرر استُبعد من التحليل
}
warning-contradiction = في النص طرف مع القضية نفسها وضدها
warning-encoding-guessed = الترميز مستنتج
warning-page-images = صفحات هي صور بلا نص
warning-untold-glyphs = حروف لا يبينها الملف
warning-pages-left = قُرئت الصفحات الأولى وحدها
warning-no-arabic = لا عربية في النص

## Command line
cli-no-window = تعذر فتح النافذة ({ $reason })؛ وهذه البطاقة نصًا.
cli-window-stopped = أُغلقت النافذة لخلل في البرنامج ({ $reason }). شغّله من جديد، فإعداداتك محفوظة.
cli-not-written = تعذرت كتابة البطاقة ({ $reason }). اختر مكانًا آخر أو أفسح فيه.

## Copies
copy-issue = القضية
copy-condition = شرط
copy-reason = سبب
copy-evidence = الدليل
copy-remarks = ملاحظات
copy-source = المصدر

## Commands: name, then what it does
command-open = فتح…
command-open-tip = فتح ملف مقال أو أكثر
command-paste = لصق
command-paste-tip = فتح نص الحافظة مقالًا
command-reload = إعادة القراءة
command-reload-tip = قراءة ملف المقال من جديد
command-close = إغلاق المقال
command-close-tip = إغلاق هذا المقال، ويبقى ملفه كما هو
command-next-article = المقال التالي
command-next-article-tip = عرض المقال التالي في القائمة
command-previous-article = المقال السابق
command-previous-article-tip = عرض المقال السابق في القائمة
command-find = بحث في النص
command-find-tip = البحث في النص مهما اختلف الرسم
command-find-next = النتيجة التالية
command-find-next-tip = الانتقال إلى النتيجة التالية
command-find-previous = النتيجة السابقة
command-find-previous-tip = الانتقال إلى النتيجة السابقة
command-copy-selection = نسخ المحدد
command-copy-selection-tip = نسخ النص المحدد كما هو في المقال
command-copy-summary = نسخ الملخص
command-copy-summary-tip = نسخ الملخص مع مصدره
command-copy-text = نسخ البطاقة نصًا
command-copy-text-tip = نسخ البطاقة كاملة نصًا بسيطًا
command-copy-markdown = نسخ البطاقة بصيغة Markdown
command-copy-markdown-tip = نسخ البطاقة كاملة بعلامات Markdown
command-copy-html = نسخ البطاقة بصيغة HTML
command-copy-html-tip = نسخ البطاقة كاملة منسقة للبريد والمستندات
command-copy-json = نسخ البطاقة بصيغة JSON
command-copy-json-tip = نسخ البطاقة كاملة بيانات
command-toggle-list = قائمة المقالات
command-toggle-list-tip = إظهار قائمة المقالات أو إخفاؤها
command-switch-language = English
command-switch-language-tip = تحويل الواجهة إلى الإنجليزية
command-zoom-in = تكبير
command-zoom-in-tip = تكبير كل ما في النافذة
command-zoom-out = تصغير
command-zoom-out-tip = تصغير كل ما في النافذة
command-zoom-reset = الحجم الأصلي
command-zoom-reset-tip = العودة إلى الحجم المعتاد
command-keys = المفاتيح
command-keys-tip = عرض كل المفاتيح
command-about = حول موقف
command-about-tip = الإصدار والرخص وما يُرسَل (لا شيء)
command-dismiss = إغلاق المفتوح
command-dismiss-tip = إغلاق قائمة أو لوحة أو بحث أو تنبيه
command-quit = خروج
command-quit-tip = إغلاق النافذة، وتُحفظ الإعدادات

## Tool bar
toolbar-recent = الملفات الأخيرة
toolbar-recent-clear = نسيان الملفات الأخيرة
toolbar-theme = المظهر
appearance-system = مثل النظام
appearance-light = فاتح
appearance-dark = داكن
toolbar-reading = الخط
reading-family = نوع الخط
reading-size = الحجم
reading-spacing = تباعد الأسطر
reading-smaller = أصغر
reading-larger = أكبر
reading-tighter = أضيق
reading-looser = أوسع
toolbar-more = المزيد
find-count = { $at } من { $count }
find-none = لا نتيجة
find-clear = مسح البحث

## Article list
list-title = المقالات
list-close = إغلاق المقال
list-progress = جارٍ الفتح: { $done } من { $total }
list-opening = جارٍ الفتح…
list-cancel = إلغاء
origin-seed = مقال للتجربة
origin-clipboard = من الحافظة
splitter-list = عرض قائمة المقالات
splitter-card = الحد بين البطاقة والنص

## Empty window and dropping
empty-title = افتح مقالًا عربيًا
empty-body = أفلت الملفات هنا، أو افتحها، أو الصق نصًا. كل شيء يبقى على هذا الجهاز.
drop-count = { $count ->
    [zero] أفلت للفتح
    [one] أفلت لفتح ملف واحد
    [two] أفلت لفتح ملفين
    [few] أفلت لفتح { $count } ملفات
    [many] أفلت لفتح { $count } ملفًا
   *[other] أفلت لفتح { $count } ملف
}

## Card
card-name = بطاقة الموقف
card-conditions = الشروط
card-reasons = الأسباب المعلنة
card-chain = من القائل
card-statements = التصريحات
card-others = مواقف أخرى
card-several = مواقف عدة، ليس بينها موقف رئيسي
card-article-itself = المقال نفسه
card-silent = لا موقف مذكور لهم
card-figures = أرقام وتواريخ
card-confidence = الثقة { $percent }
card-confidence-tip = من كل مئة سطر عليها هذا الرقم يصح نحو هذا العدد
card-no-position = لا موقف في النص
card-no-position-body = لا يذكر النص عن أحد أنه مؤيد أو معارض أو مستعد بشروط. وهذا غير الحياد.
card-reading = جارٍ البحث عن المواقف…
card-reading-body = هذا نص طويل، ويمكن قراءته في أثناء ذلك.
card-stopped = لم يُفحص النص
card-stopped-body = أُلغي الفتح قبل إعداد البطاقة. أعد قراءة المقال لإعدادها.
card-no-arabic = لا عربية في هذا النص
card-no-arabic-body = ليس هنا ما يُستخرج منه موقف، ويبقى النص للقراءة والبحث.
card-unnamed = غير مسمى
card-source-unstated = القائل غير مذكور
card-copy-line = نسخ السطر
card-copy-section = نسخ هذا القسم
card-why = لماذا هذا الوصف؟
card-why-triggers = الكلمات الدالة: { $words }
card-why-rule = القاعدة: { $rule }
card-show = إظهار في النص
card-more = نسخ بصيغة
card-agency = نقلًا عن { $name }
card-more-lines = { $count ->
    [zero] لا مزيد
    [one] واحد آخر
    [two] اثنان آخران
    [few] { $count } أخرى
    [many] { $count } أخرى
   *[other] { $count } أخرى
}
card-unshown-lines = { $count } أخرى في النسخ والبيانات
card-fewer-lines = عرض أقل
words-label = كلام من؟ { $which }
words-all = الكل
words-verbatim = الحرفي
words-reported = المنقول
words-none = لا تصريح من هذا النوع
type-direct = حرفي
type-indirect = منقول
type-mixed = مختلط
cue-neutral = إخبار
cue-assertive = تأكيد
cue-distancing = زعم
cue-denial = نفي
cue-admission = إقرار
cue-directive = طلب
cue-evaluative = حكم
cue-commissive = تعهد
cue-warning = تحذير
cue-conjecture = ترجيح
cue-continuing = متابعة

## Copying
copied-selection = نُسخ المحدد
copied-summary = نُسخ الملخص
copied-card = نُسخت البطاقة
copied-line = نُسخ السطر

## Status bar
status-no-repairs = بلا إصلاحات
status-repairs = { $count ->
    [zero] بلا إصلاحات
    [one] إصلاح واحد
    [two] إصلاحان
    [few] { $count } إصلاحات
    [many] { $count } إصلاحًا
   *[other] { $count } إصلاح
}
status-read-as = قراءة الملف بترميز آخر
status-read-by-bytes = الترميز الذي تدل عليه البايتات
status-as-in-file = النص كما في الملف
status-show-as-in-file = عرضه كما في الملف
status-mend = إصلاح النص
status-warnings = { $count ->
    [zero] بلا ملاحظات
    [one] ملاحظة واحدة
    [two] ملاحظتان
    [few] { $count } ملاحظات
    [many] { $count } ملاحظة
   *[other] { $count } ملاحظة
}
status-positions = { $count ->
    [zero] لا مواقف
    [one] موقف واحد
    [two] موقفان
    [few] { $count } مواقف
    [many] { $count } موقفًا
   *[other] { $count } موقف
}
app-name = موقف
app-version = موقف { $version }

## Sheets
sheet-close = إغلاق
keys-title = المفاتيح
about-title = حول موقف
about-what = يقرأ المقالات الإخبارية العربية ويعرض من يتخذ أي موقف، وبأي شروط، ولأي أسباب، وكل سطر معه الكلمات التي تثبته.
about-privacy = كل شيء يعمل على هذا الجهاز، ولا يُرسَل منه شيء إلى أي مكان.
about-licence = برنامج حر برخصة MIT أو Apache-2.0.
about-settings = الإعدادات: { $path }
about-made-of = مكوناته ورخصها (نصوصها بالإنكليزية)
about-components = { $licence } · { $count ->
    [zero] لا مكونات
    [one] مكون واحد
    [two] مكونان
    [few] { $count } مكونات
    [many] { $count } مكونًا
   *[other] { $count } مكون
}

## Notices
notice-dismiss = إخفاء
notice-dismiss-all = إخفاء الكل
notice-more = { $count ->
    [one] تنبيه آخر يظهر عند إخفاء أحد هذه.
    [two] تنبيهان آخران يظهران عند إخفاء هذه.
    [few] { $count } تنبيهات أخرى تظهر عند إخفاء هذه.
    [many] { $count } تنبيهًا آخر تظهر عند إخفاء هذه.
   *[other] { $count } تنبيه آخر تظهر عند إخفاء هذه.
}
notice-settings-broken = تعذرت قراءة إعداداتك، فالإعدادات المعتادة هي السارية. الملف القديم محفوظ باسم { $file } ({ $path }).
notice-settings-broken-unkept = تعذرت قراءة إعداداتك، فالإعدادات المعتادة هي السارية.
notice-settings-unreadable = تعذر فتح ملف الإعدادات { $path }، فالإعدادات المعتادة هي السارية. تحقق من إذن قراءته.
notice-settings-not-kept = تعذر حفظ الإعدادات، وتبقى سارية حتى تُغلق النافذة. تحقق من أن القرص غير ممتلئ.
notice-clipboard-empty = لا نص في الحافظة. انسخ نص مقال ثم ألصق من جديد.
notice-clipboard-unavailable = لم تقبل حافظة النظام النص، ويمكن لصقه داخل هذه النافذة وحدها.
notice-no-dialog = لا يوفر سطح المكتب نافذة لاختيار الملفات. أفلت الملفات على النافذة أو سمّها عند التشغيل: mawqif FILE…
notice-stopped = توقفت قراءة { $name } لخلل في البرنامج. كل ما سواه باق كما هو.
notice-no-worker = لم يتح النظام خيطًا لقراءة الملفات. أغلق برامج أخرى ثم شغّل البرنامج من جديد.

## File dialog
dialog-open = فتح مقالات
dialog-articles = مقالات
dialog-text = نصوص
dialog-documents = مستندات
dialog-pages = صفحات ويب وبريد
dialog-all = كل الملفات
