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

## Files
error-missing = الملف { $file } غير موجود. تحقق من اسمه ومجلده.
error-folder = { $file } مجلد. افتح الملفات التي بداخله.
error-forbidden = لا يُسمح لهذا المستخدم بقراءة الملف { $file }. اطلب إذن القراءة أو انسخه إلى مجلد لك.
error-too-large = الملف { $file } أكبر من { $limit } ميغابايت، ولا مقالة بهذا الحجم. احفظ المقالة وحدها في ملف نصي.
error-empty = الملف { $file } فارغ. احفظ المقالة من جديد مع نصها.
error-blank = ليس في الملف { $file } إلا فراغات وأسطر خالية. احفظ المقالة من جديد مع نصها.
error-binary = ليس في الملف { $file } نص يُقرأ. احفظ المقالة نصًا عاديًا (‎.txt بترميز UTF-8).
error-foreign = { $kind ->
    [pdf] الملف { $file } بصيغة PDF، ولا يقرؤها هذا الإصدار. احفظ نصه في ملف txt بترميز UTF-8، أو انسخه والصقه هنا.
    [doc] الملف { $file } مستند Word قديم لا يقرؤه هذا الإصدار. احفظه من Word نصًا عاديًا (txt بترميز UTF-8)، أو انسخه والصقه هنا.
    [rtf] الملف { $file } بصيغة RTF، ولا يقرؤها هذا الإصدار. احفظه نصًا عاديًا (txt بترميز UTF-8)، أو انسخه والصقه هنا.
    [html] الملف { $file } صفحة ويب، ولا يقرؤها هذا الإصدار. احفظ نصها في ملف txt بترميز UTF-8، أو انسخه والصقه هنا.
   *[packed] الملف { $file } مستند مضغوط (Word أو OpenDocument أو ZIP) لا يقرؤه هذا الإصدار. احفظه نصًا عاديًا (txt بترميز UTF-8)، أو انسخه والصقه هنا.
}
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
warning-encoding-guessed = الترميز مستنتج
warning-no-arabic = لا عربية في النص

## Command line
cli-no-window = تعذر فتح النافذة ({ $reason })؛ وهذه البطاقة نصًا.
cli-not-written = تعذرت كتابة البطاقة ({ $reason }). اختر مكانًا آخر أو أفسح فيه.

## Copies
copy-issue = القضية
copy-condition = شرط
copy-reason = سبب
copy-evidence = الدليل
copy-remarks = ملاحظات
copy-source = المصدر
