# Leave, and who stands in.

leave-for-staff = Telling of a leave and naming a stand-in is for people of the office with a linked account.
leave-which-days = On which days are you away? Please write the first and the last, such as “from 30/11 to 04/12”, “tomorrow” or “next week”.
leave-who = You are away { $span }. Who stands in for you? Please write a name or a title.
leave-days-gone = Those days ({ $span }) are over. Please name days from today on.
leave-too-long = That time ({ $span }) is longer than six months. Please name a shorter one, or ask the administrator if you change places.
leave-not-oneself = Somebody else has to stand in. Please write the name of a colleague.
leave-not-them = That person cannot stand in here. Please write the name of somebody who works in the office.
leave-not-reached = { $name } has not linked an account yet, so the assistant cannot ask them. Please write another name, or ask again once they have linked one.
leave-overlaps-own = You are away { $span } already, with { $stand_in } to stand in. To change it, please cancel that and tell again.
leave-you-stand-in = You have agreed to stand in for { $person } { $span }. Please ask them to choose somebody else before you take leave.
leave-they-cannot = That person is away too, { $span }. Please write another name.
leave-asked = Noted: you are away { $span }, and { $stand_in } was asked to stand in. Once they accept, your reminders of these days go to them.
leave-offer = { $person } is away { $span } and asks you to stand in. If you accept, you are reminded on these days of what is due with them, and may see just that.
leave-button-accept = Accept
leave-button-decline = Decline
leave-button-end = Cancel the leave
leave-button-end-named = Cancel { $span }
leave-you-accepted = Thank you. You stand in for { $person } { $span }; such reminders say so.
leave-you-declined = Noted: you do not stand in for { $person }. The assistant tells them.
leave-you-are-away = You are away yourself, { $span }, so you cannot stand in. You may press “Decline”, and they choose somebody else.
leave-you-ended = The leave { $span } is cancelled. Your reminders come to you again.
leave-was-accepted = { $stand_in } stands in for you { $span }. On these days your reminders go to them, all but denunciations.
leave-was-declined = { $stand_in } cannot stand in for you { $span }. Please choose somebody else, for example “from 30/11 to 04/12 Hoa stands in for me”.
leave-was-ended = { $person } has cancelled the leave { $span }. You need not stand in any more.
leave-gone = This leave is not there any more.
leave-over = Those days ({ $span }) are over; no answer is needed.
leave-answered = { $state ->
    [accepted] You have accepted to stand in for { $person } already.
    [refused] You have declined to stand in for { $person }. If you change your mind, please tell them to ask again.
    [ended] { $person } has cancelled this leave.
   *[other] This leave waits for no answer any more.
 }
leave-none = You have told of no leave to come. To do so, type for example “I am away tomorrow, Hoa stands in for me”.
leave-which-to-end = The leaves you have told of; press a button to cancel one:
leave-line = – { $span }, { $stand_in } stands in ({ $state ->
    [accepted] accepted
   *[asked] not answered yet
 })
leave-span = { $one ->
    [true] on { $first }
   *[false] from { $first } to the end of { $last }
 }
