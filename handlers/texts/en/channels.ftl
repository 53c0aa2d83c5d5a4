# Sentences for channels without buttons or files: Zalo.

options-number = Please reply with the number in front.
options-words = Please reply in words: { $options }
file-link = File <b>{ $name }</b>: { $url }
    The link opens for { $minutes } minutes; please do not pass it on.
file-elsewhere = The file <b>{ $name }</b> could not be sent on this channel. Please ask again on the office's web page to receive it.
contact-button = Share my telephone number
contact-text = You may also tap “Share my telephone number” to send your own number in this application instead of typing four digits.
contact-taken = Thank you, the last four digits were received.
zalo-bot-full = The assistant on Zalo Bot can serve only { $most } people for now, and there are that many. Please use the office's web page{ $url ->
    [none] {""}
   *[other] : { $url }
 }.

zalo-check-step = { $step ->
    [text] Text
    [buttons] Buttons
    [picture] Picture
    [file] A pdf file
   *[contact] The form for a telephone number
 }
zalo-check-account = The token works. The account { $government ->
    [yes] is a state agency's
   *[no] is not a state agency's
 }, { $verified ->
    [yes] verified
   *[no] NOT verified
 }, package { $package }.
zalo-check-no-token = The account could not be asked: { $why }. Take a new refresh token from the API Explorer, put it into OFFICE_ZALO_OA_REFRESH_TOKEN, see that openapi.zalo.me can be reached, and run this again.
zalo-check-nobody = Nothing was sent: run it again with --to and the number of somebody who just wrote to the account.
zalo-check-last = Whoever wrote last, at { $at }, has the number { $number }. Write to the account yourself and use your own.
zalo-check-works = { zalo-check-step }: works.
zalo-check-left-out = { zalo-check-step }: OFFICE_ZALO_OA_CONTACT_IMAGE is not set, so citizens type four digits.
zalo-check-refused = { zalo-check-step }: refused ({ $why }). { $step ->
    [text] The assistant cannot write to people by this account.
    [buttons] Ask Zalo about this number; until then the assistant's buttons do not arrive.
    [picture] The assistant sends a link instead.
    [file] The assistant sends a link instead.
   *[contact] Leave OFFICE_ZALO_OA_CONTACT_IMAGE out: citizens type four digits.
 }
zalo-check-old-way = This account can only be spoken for by the v2 address (-235); the assistant has noted it.
zalo-check-use-the-page = Let an item of the account's menu open the office's chat page (OFFICE_WEB_URL): docs/connect-zalo.md, section 5.
zalo-check-signed = A signed event has arrived ({ $way }).
zalo-check-not-signed = No signed event has arrived: check the webhook's address and OFFICE_ZALO_OA_SECRET, then write to the account.
zalo-check-hello = A test message of the office's assistant; please ignore it.
