# Accounts of officials: linked, ended, a lost phone; and acting for a leader.
# Nobody's telephone number, account name or number is said.

account-channel = { $channel ->
    [telegram] Telegram
    [zalo_oa] the office’s Zalo OA
    [zalo_bot] Zalo Bot
    [web] the office's web page
    [console] the command line of the server
   *[other] another channel
 }
account-member = { $name }, { $title }{ $in_unit ->
    [true] {", "}{ $unit }
   *[false] {""}
 }

account-linked = Hello <b>{ $name }</b>, { $title }{ $in_unit ->
    [true] {", "}{ $unit }
   *[false] {""}
 }. This account is yours from now on.
account-linked-callers = <b>{ $count ->
    [one] 1 citizen is waiting for an officer.
   *[other] { $count } citizens are waiting for an officer.
 }</b>
account-button-callers = Who is waiting
account-linked-ask =
    Press a button, or ask in everyday words.
    Type “Who is using my account?” to see where you are linked, /logout to end it here.
account-linked-invite = As the admin you make a code for somebody with “/invite” and their name.
account-code-useless = This code is of no use. Please check it letter by letter; if it still does not work, ask the admin for a new one.
account-locked = Several codes from this account were of no use, so no code is taken for now. Please try again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 }.

account-invite-not-yours = This is for the office's admin. To link an account, please contact the admin.
account-invite-ask = Please add a full name or a short title, for example “/invite Nguyễn Văn A”.
account-invite-which = { $number ->
    [0] The office has nobody called “{ $words }”. Please type the full name or the short title.
   *[other] Any of these { $number } people may be meant. Please choose, or type the full name.
 }
account-invited =
    Link code of { $who }:
    <b>{ $code }</b>
account-invited-until = It works once, until { $until }. Give it to that person only, never in a group.
account-invited-page = On the web page: { $url }
account-invited-telegram = On Telegram: { $url }
account-invited-typed = Or type the code into a private chat with the assistant.

account-nobody = Nobody is linked to this account, so there is nothing to see or to end.
account-not-on-behalf = Accounts are nobody's business but one's own. Please type “stop acting”, then ask again.
account-not-there = That account is not linked to you any more. Type “Who is using my account?” to see how it is now.
account-list = <b>Accounts that are linked to { $you }: { $total }</b>
account-list-line = { $number }. { $channel }{ $here ->
    [true] {" "}(this one)
   *[false] {""}
 }: since { $since }, last used { $seen }
account-list-unknown = If one of them is not used by { $you }, press its button to end it at once.
account-button-end = End { $number }
account-ended = Ended: { $channel }. What is open to { $you } alone can no longer be seen there, and old buttons do nothing.

account-leave-sure = End the link of this account? To use it here again you need a new code from the admin.
account-button-leave = Sign out of the assistant
account-left = You are signed out. Nobody is linked to this account; earlier buttons and files do not open any more. To use it again, ask the admin for a new code.

account-lost-sure = End { $total ->
    [one] your other account
   *[other] your { $total } other accounts
 } ({ $channels })? The one that { $you } are using here stays.
account-button-end-others = End all others
account-others-ended = Ended: { $channels }. What is open to { $you } alone can no longer be seen there. Ask the admin for a new link code when you have a new device.
account-lost-only-here = This is the only place where { $you } are linked, so it cannot be ended from here. Please call the admin at once to lock the account on the lost device:
account-admin = – { $name }{ $has_phone ->
    [true] {": "}{ $phone }
   *[false] {""}
 }
account-lost-nobody = Nobody is linked to this account, so no other account can be ended from here. If you work in the office, please call the admin at once to lock the account on the lost device.

account-news-linked =
    A new account was just linked to { $you }: { $channel }, { $at }.
    If it was not you: press the button below to end it at once, and tell the admin.
account-button-not-me = Not me, end it now
account-news-ended =
    The link of one of your accounts was just ended: { $channel }, { $at }.
    If it was not { $you }: type “Who is using my account?” to see which are left, and tell the admin.
account-ended-there =
    The link of this account was ended at { $at }; from now on it sees only what is public.
    If it was not { $you }: please tell the admin. To use it again, ask the admin for a new code.

account-page-code =
    Your code for the office's web page:
    <b>{ $code }</b>
account-page-until = It can be used once, until { $until }. Please pass it on to nobody.
account-page-link = Open the page with this code: { $url }
account-page-nobody = Codes for the web page are for officials who have linked a channel. If you are an official of this office, please ask the administrator for a code.

acting-heading = <b>On behalf of { $name }, { $title }:</b>
acting-began = From now on you are answered with the rights of the person you act for, and it is recorded that you asked. Type “stop acting” to end it; it ends by itself after { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
 } without use.
acting-ended = You no longer act for anybody. From now on the answers are for yourself.
acting-not = You are not acting for anybody.
acting-lapsed = Acting on behalf has ended; this answer is for yourself.
acting-refused = Acting for them is not registered. To have it registered, please contact the admin.
acting-which = It is not clear for whom. You may act for:
acting-one = – { $name }, { $title }
acting-which-example = Please add a title or a full name, for example “on behalf of the Chief of Office”.
