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
