# Messages of the interface in English. Same ids as ar.ftl, in the same order.

## Counts
count-statements = { $count ->
    [0] no statements
    [one] { $count } statement
   *[other] { $count } statements
}

## Stances
stance-support = Supporting position
stance-oppose = Opposing position
stance-conditional = Conditional position
stance-neutral = Neutral position
stance-none = No position stated
