# In a group there is one sentence, the same for everybody and whatever was asked.
group-answered-in-private = I answer you in a private message. If none has come, please open a private chat with the assistant and ask again there.
group-button = Open a private chat
group-code-void = The link code that you have just sent in the group is void, because others may have read it. Please ask the administrator for a new one and send it in a private chat with the assistant only.
