"""Every channel this program has, by its name."""

from bot.channels import console, telegram, webchat

CHANNELS = {console.NAME: console.CAN, webchat.NAME: webchat.CAN, telegram.NAME: telegram.CAN}
