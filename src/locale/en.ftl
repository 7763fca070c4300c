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
stance-support-short = supports
stance-oppose-short = opposes
stance-conditional-short = on conditions
stance-neutral-short = neutral
stance-none-short = no position stated

## Files
error-missing = { $file } was not found. Check its name and folder.
error-folder = No article was found in the folder { $file }: it holds no file. Choose another folder, or put articles in this one (text, Word, PDF, web pages, mail).
error-forbidden = { $file } may not be read by this user. Ask for permission to read it or copy it to a folder of yours.
error-too-large = { $file } is larger than { $limit } MB, which no article is. Save the article by itself as a text file.
error-empty = { $file } is empty. Save the article again with its text.
error-blank = { $file } holds only spaces and blank lines. Save the article again with its text.
error-binary = { $file } holds no readable text. Save the article as a plain text file (.txt, UTF-8).
error-foreign = { $kind ->
    [doc] { $file } is an old Word file, which this version does not read. Open it in Word or LibreOffice and save it as .docx, or copy its text and paste it here.
   *[packed] { $file } is an archive that holds no text document. Unpack it and open what is inside.
}
error-damaged = { $file } is a damaged or cut-off document. Open it in the program that wrote it and save it again, or ask for another copy.
error-locked = { $file } is locked by a password. Open it in the program that wrote it and save a copy without a password.
error-swollen = { $file } unpacks to many times the size of any article and was not read. If it is an article, save its text as a .txt file.
error-stumbled = Reading { $file } made this program stumble over a fault of its own. Open the file in the program that wrote it and save it as plain text (.txt, UTF-8), or copy its text and paste it here.
error-scanned = { $file } holds pictures of pages and no text. Run it through text recognition (OCR), or ask for the article as text.
error-untold = { $file } does not tell which letters its glyphs are. Copy its text from a PDF reader and paste it here, or ask for the article as text.
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
repair-page-margins = { $count ->
    [one] one page header or footer left out
   *[other] { $count } page headers and footers left out
}
repair-joined-lines = { $count ->
    [one] one wrapped line joined
   *[other] { $count } wrapped lines joined
}
repair-double-encoding = { $count ->
    [one] one doubly encoded character put right
   *[other] { $count } doubly encoded characters put right
}
repair-misread-encoding = { $count ->
    [one] one character read in a wrong encoding put right
   *[other] { $count } characters read in a wrong encoding put right
}
repair-lost-letters = { $count ->
    [one] one lost letter put in by its remains
   *[other] { $count } lost letters put in by their remains
}
repair-visual-order = { $count ->
    [one] one line in visual order turned
   *[other] { $count } lines in visual order turned
}
repair-presentation-forms = { $count ->
    [one] one letter's shape replaced by the letter
   *[other] { $count } shapes of letters replaced by the letters
}
repair-bidi-controls = { $count ->
    [one] one stray direction mark left out
   *[other] { $count } stray direction marks left out
}
repair-zero-width = { $count ->
    [one] one invisible character left out
   *[other] { $count } invisible characters left out
}
repair-spaced-letters = { $count ->
    [one] one word of spaced letters put together
   *[other] { $count } words of spaced letters put together
}
repair-tatweel = { $count ->
    [one] one stretched word set plainly
   *[other] { $count } stretched words set plainly
}
repair-repeated-title = { $count ->
    [one] one repeated title not analysed
   *[other] { $count } repeated titles not analysed
}
warning-contradiction = the text puts one actor on both sides of an issue
warning-encoding-guessed = encoding guessed
warning-page-images = some pages are images without text
warning-untold-glyphs = some letters are not told by the file
warning-pages-left = only the first pages were read
warning-no-arabic = no Arabic in the text

## Command line
cli-no-window = No window could be opened ({ $reason }); here is the card as text.
cli-window-stopped = The window closed by a fault of the program ({ $reason }). Start it again; your settings are kept.
cli-not-written = The card could not be written ({ $reason }). Choose another place or make room there.

## Copies
copy-issue = Issue
copy-condition = condition
copy-reason = reason
copy-evidence = Evidence
copy-remarks = Remarks
copy-source = Source

## Commands: name, then what it does
command-open = Open…
command-open-tip = Open one or several article files
command-paste = Paste
command-paste-tip = Open the clipboard’s text as an article
command-reload = Reload
command-reload-tip = Read the article’s file again
command-close = Close article
command-close-tip = Close this article; its file stays as it is
command-next-article = Next article
command-next-article-tip = Show the next article of the list
command-previous-article = Previous article
command-previous-article-tip = Show the previous article of the list
command-find = Find in text
command-find-tip = Find in the text, whatever the spelling
command-find-next = Next match
command-find-next-tip = Go to the next match
command-find-previous = Previous match
command-find-previous-tip = Go to the previous match
command-copy-selection = Copy selection
command-copy-selection-tip = Copy the selected text as the article holds it
command-copy-summary = Copy summary
command-copy-summary-tip = Copy the summary with its source
command-copy-text = Copy card as text
command-copy-text-tip = Copy the whole card as plain text
command-copy-markdown = Copy card as Markdown
command-copy-markdown-tip = Copy the whole card with Markdown marks
command-copy-html = Copy card as HTML
command-copy-html-tip = Copy the whole card set for mail and documents
command-copy-json = Copy card as JSON
command-copy-json-tip = Copy the whole card as data
command-toggle-list = Article list
command-toggle-list-tip = Show or hide the article list
command-switch-language = العربية
command-switch-language-tip = Switch the interface to Arabic
command-zoom-in = Zoom in
command-zoom-in-tip = Make everything larger
command-zoom-out = Zoom out
command-zoom-out-tip = Make everything smaller
command-zoom-reset = Actual size
command-zoom-reset-tip = Back to the usual size
command-keys = Keys
command-keys-tip = Show all keys
command-about = About Mawqif
command-about-tip = Version, licences, what is sent where (nothing)
command-dismiss = Close what is open
command-dismiss-tip = Close a menu, sheet, search or notice
command-quit = Quit
command-quit-tip = Close the window; settings are kept

## Tool bar
toolbar-recent = Recent files
toolbar-recent-clear = Forget recent files
toolbar-theme = Appearance
appearance-system = As the system
appearance-light = Light
appearance-dark = Dark
toolbar-reading = Type
reading-family = Typeface
reading-size = Size
reading-spacing = Line spacing
reading-smaller = Smaller
reading-larger = Larger
reading-tighter = Tighter
reading-looser = Looser
toolbar-more = More
find-count = { $at } of { $count }
find-none = no match
find-clear = Clear search

## Article list
list-title = Articles
list-close = Close article
list-progress = Opening { $done } of { $total }…
list-opening = Opening…
list-cancel = Cancel
origin-seed = Sample article
origin-clipboard = From the clipboard
splitter-list = Width of the article list
splitter-card = Border of card and text

## Empty window and dropping
empty-title = Open an Arabic article
empty-body = Drop files here, open them, or paste text. Everything stays on this computer.
drop-count = { $count ->
    [one] Drop to open { $count } file
   *[other] Drop to open { $count } files
}

## Card
card-name = Stance card
card-conditions = Conditions
card-reasons = Stated reasons
card-chain = Who says so
card-statements = Statements
card-others = Other positions
card-several = Several positions, none of them the main one
card-article-itself = the article itself
card-silent = No position stated
card-figures = Figures and dates
card-confidence = confidence { $percent }
card-confidence-tip = Of the lines marked like this, about so many in a hundred are right
card-no-position = No position found
card-no-position-body = The text says of nobody that they are for, against, or ready on conditions. That is not the same as neutral.
card-reading = Looking for positions…
card-reading-body = This is a long text. It can be read meanwhile.
card-stopped = Not looked through
card-stopped-body = Opening was cancelled before the card was made. Reload the article to make it.
card-no-arabic = No Arabic in this text
card-no-arabic-body = There is nothing here to read a position from; the text can still be read and searched.
card-unnamed = unnamed
card-source-unstated = source not stated
card-copy-line = Copy line
card-copy-section = Copy this part
card-why = Why this label?
card-why-triggers = Deciding words: { $words }
card-why-rule = Rule: { $rule }
card-show = Show in text
card-more = Copy as
card-agency = relayed by { $name }
card-more-lines = { $count ->
    [one] { $count } more
   *[other] { $count } more
}
card-unshown-lines = { $count } more in copies and data
card-fewer-lines = Show fewer
words-label = Whose words? { $which }
words-all = all
words-verbatim = verbatim
words-reported = reported
words-none = No statement of this kind
type-direct = verbatim
type-indirect = reported
type-mixed = mixed
cue-neutral = report
cue-assertive = assertion
cue-distancing = claim
cue-denial = denial
cue-admission = admission
cue-directive = demand
cue-evaluative = judgement
cue-commissive = pledge
cue-warning = warning
cue-conjecture = conjecture
cue-continuing = continuation

## Copying
copied-selection = Selection copied
copied-summary = Summary copied
copied-card = Card copied
copied-line = Line copied

## Status bar
status-no-repairs = no repairs
status-repairs = { $count ->
    [one] { $count } repair
   *[other] { $count } repairs
}
status-read-as = Read the file in another encoding
status-read-by-bytes = As its bytes say
status-as-in-file = text as in the file
status-show-as-in-file = Show as in the file
status-mend = Repair the text
status-warnings = { $count ->
    [one] { $count } remark
   *[other] { $count } remarks
}
status-positions = { $count ->
    [0] no positions
    [one] { $count } position
   *[other] { $count } positions
}
app-name = Mawqif
app-version = Mawqif { $version }

## Sheets
sheet-close = Close
keys-title = Keys
about-title = About Mawqif
about-what = Reads Arabic news articles and shows who takes which position, on which conditions and for which reasons; every line with the words that prove it.
about-privacy = Everything runs on this computer. Nothing is sent anywhere, ever.
about-licence = Free software, MIT or Apache-2.0.
about-settings = Settings: { $path }
about-made-of = What it is made of, and its licences
about-components = { $licence } · { $count ->
    [one] { $count } component
   *[other] { $count } components
}

## Notices
notice-dismiss = Dismiss
notice-dismiss-all = Dismiss all
notice-more = { $count ->
    [one] One more was told; it shows when one of these is dismissed.
   *[other] { $count } more were told; they show as these are dismissed.
}
notice-settings-broken = Your settings could not be read, so the usual ones are in force. The old file is kept as { $file } ({ $path }).
notice-settings-broken-unkept = Your settings could not be read, so the usual ones are in force.
notice-settings-unreadable = The settings file { $path } cannot be opened, so the usual settings are in force. Check who may read it.
notice-settings-not-kept = Settings could not be saved; they hold until the window closes. Check that the disk is not full.
notice-clipboard-empty = The clipboard holds no text. Copy an article’s text, then paste again.
notice-clipboard-unavailable = The system’s clipboard did not take the text; it can be pasted only inside this window.
notice-no-dialog = The desktop offers no file dialog. Drop files on the window, or name them when starting: mawqif FILE…
notice-stopped = Reading { $name } stopped because of a fault in the program. Everything else stays open.
notice-no-worker = The system gave no thread to read files with. Close other programs and start again.

## File dialog
dialog-open = Open articles
dialog-articles = Articles
dialog-text = Text
dialog-documents = Documents
dialog-pages = Web pages and mail
dialog-all = All files
