# Handing a conversation to a person.
handover-which-unit = Which desk would you like to speak with?
handover-none = At the moment nobody is on duty to answer in the chat.
handover-called =
    The person on duty at { $unit } has been called. What you type from now on is kept and passed on;
    what the assistant can answer it still answers while you wait.
handover-closed =
    The office is closed now. { $unit } will be called at { $opens }.
    Please type what you need: it is kept for the officer to read then.
handover-nobody-linked =
    The person on duty at { $unit } has no chat account yet. Your request and what you type are kept.
handover-telephone = If it is urgent, please call { $number }.
handover-how-to-end = Type “stop” to return to the automatic assistant.
handover-already = { $state ->
    [taken] An officer of { $unit } is speaking with you; please go on typing, or type “stop” to end.
   *[waiting] Your request to speak with { $unit } is still waiting. You can type more, or type “stop” to cancel it.
}
handover-kept = Kept for the officer. You can type more, or type “stop” to cancel.
handover-still-waiting = { $unit } has not been able to answer yet and was called again. What you typed is kept.
handover-taken =
    { $officer }, { $title }, { $unit }, has joined. From here on a person answers, not a machine.
    Type “stop” to return to the automatic assistant.
handover-from-officer =
    <b>{ $officer }, { $unit }:</b>
    { $words }
handover-only-words = In this conversation only words can be passed on. Please type what you want to say.
handover-ended = The conversation has ended. From here on the automatic assistant answers.
handover-ended-by-officer = The officer has ended the conversation. From here on the automatic assistant answers; if you need more, please type “speak with a person”.
handover-ended-by-citizen = The citizen has ended conversation { $number }. From here on the automatic assistant answers you.
handover-ended-silence = Conversation { $number } has ended because nobody wrote for a while. From here on the automatic assistant answers; if you need more, please type “speak with a person”.
handover-over = This conversation has ended, or somebody else has taken it.

handover-call =
    <b>Somebody would like to speak with { $unit }</b> (conversation { $number }).
    Press the button to take it: from then on what you type goes to them under your name.
handover-waiting =
    { $count ->
        [one] 1 citizen is waiting
       *[other] { $count } citizens are waiting
    } to speak with { $unit }.
    Press a button to take it: from then on what you type goes to them under your name.
handover-yours =
    You are speaking with a citizen (conversation { $number }). What you type is sent under your name; type “stop” to end.
handover-line-citizen = Citizen: { $words }
handover-line-officer = Officer: { $words }
handover-from-citizen =
    <b>Citizen (conversation { $number }):</b>
    { $words }
handover-sent = Sent to the citizen.
handover-for-whom = This looks like a question to the assistant. Send it to the citizen, or ask the assistant?
handover-rests = The conversation rests: please type your question to the assistant again. Press “Answer” under the citizen's message to go on.
handover-one-at-a-time = You are in conversation { $number }. Please end it before you take another.
handover-button-take = Take it
handover-button-take-number = Take conversation { $number }
handover-button-answer = Answer
handover-button-end = End the conversation
handover-button-send = Send to the citizen
handover-button-ask = Ask the assistant
handover-words-end = stop, end, cancel, quit, never mind, back to the assistant, thôi, kết thúc
