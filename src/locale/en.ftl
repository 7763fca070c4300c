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

## Files
error-missing = { $file } was not found. Check its name and folder.
error-folder = { $file } is a folder. Open the files inside it.
error-forbidden = { $file } may not be read by this user. Ask for permission to read it or copy it to a folder of yours.
error-too-large = { $file } is larger than { $limit } MB, which no article is. Save the article by itself as a text file.
error-empty = { $file } is empty. Save the article again with its text.
error-blank = { $file } holds only spaces and blank lines. Save the article again with its text.
error-binary = { $file } holds no readable text. Save the article as a plain text file (.txt, UTF-8).
error-foreign = { $kind ->
    [pdf] { $file } is a PDF file, which this version does not read. Save its text as a .txt file (UTF-8), or copy it and paste it here.
    [doc] { $file } is an old Word file, which this version does not read. In Word, save it as plain text (.txt, UTF-8), or copy it and paste it here.
    [rtf] { $file } is an RTF file, which this version does not read. Save it as plain text (.txt, UTF-8), or copy it and paste it here.
    [html] { $file } is a web page, which this version does not read. Save its text as a .txt file (UTF-8), or copy it and paste it here.
   *[packed] { $file } is a packed document (Word, OpenDocument or ZIP), which this version does not read. Save it as plain text (.txt, UTF-8), or copy it and paste it here.
}
error-unreadable = { $file } could not be read ({ $reason }). Try again, or copy it to another disk.
repair-undecodable = { $count ->
    [one] one broken character replaced
   *[other] { $count } broken characters replaced
}
repair-control-characters = { $count ->
    [one] one control character left out
   *[other] { $count } control characters left out
}
repair-markdown-marks = { $count ->
    [one] one Markdown mark left out
   *[other] { $count } Markdown marks left out
}
warning-encoding-guessed = encoding guessed
warning-no-arabic = no Arabic in the text

## Command line
cli-no-window = No window could be opened ({ $reason }); here is the card as text.
cli-not-written = The card could not be written ({ $reason }). Choose another place or make room there.

## Copies
copy-issue = Issue
copy-condition = condition
copy-reason = reason
copy-evidence = Evidence
copy-remarks = Remarks
copy-source = Source
