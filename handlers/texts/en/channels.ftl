# Sentences for channels without buttons or files: Zalo.

options-number = Please reply with the number in front.
options-words = Please reply in words: { $options }
file-link = File <b>{ $name }</b>: { $url }
    The link opens for { $minutes } minutes; please do not pass it on.
file-elsewhere = The file <b>{ $name }</b> could not be sent on this channel. Please ask again on the office's web page to receive it.
zalo-contact-title = Share your telephone number
zalo-contact-text = You may tap here to send your Zalo telephone number instead of typing four digits.
zalo-bot-full = The assistant on Zalo Bot can serve only { $most } people for now, and there are that many. Please use the office's web page{ $url ->
    [none] {""}
   *[other] : { $url }
 }.
