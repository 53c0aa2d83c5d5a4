# Where somebody is reminded: which channel first, which then, and when one cannot be written to.

help-ask-channel = Where am I reminded?

account-channel-done = Noted.
account-channel-chosen = <b>Reminders are sent first to { $channel }.</b>
account-channel-usual = <b>You have not chosen where to be reminded: it is where you wrote last.</b>
account-channel-line = – { $channel }: { $when ->
    [not_run] the office does not run it at the moment
    [blocked] you have blocked the assistant; it can write again when you write there
    [while_open] read only while the page is open
    [within_days] can be written to until { $until }, { $hours } hours after you last wrote there
    [over] more than { $hours } hours since you last wrote there; it can be written to again when you write
    [never] answers only, nothing is sent there unasked
   *[always] can be written to, also while the chat is closed
 }
account-channel-after = { $chosen ->
    [true] What cannot be sent to one just then (blocked, out of time, page closed) goes to the next. Nothing is sent twice.
   *[false] What cannot be sent to one goes to the next. Nothing is sent twice.
 }
account-channel-button = { $channel ->
    [telegram] Telegram
    [zalo_oa] Zalo OA
    [zalo_bot] Zalo Bot
    [web] Web page
   *[other] Another channel
 }
account-channel-button-usual = Where I wrote last
account-channel-not-linked =
    Nothing has changed: { $channel } is not linked to you.
    To link it: type “code for the web page” to get a code that works once, then send the code in a private chat with the assistant there.
account-channel-not-run = Nothing has changed: the office sends no messages on that channel.
account-channel-tells-nothing = Nothing has changed: nothing can be sent on that channel unasked.
account-channel-citizen = You are told unasked only of dossiers that you follow, and just where you chose to follow them.
account-channel-citizen-elsewhere =
    To be told on another channel, please send the dossier's code there and press “Follow”.
    If you work in the office: ask the admin for a link code, then you can choose where to be reminded.
account-page-elsewhere = This code also links Telegram or Zalo: send it in a private chat with the assistant there.
