"""Every channel this program has, by its name."""

from bot.channels import console, telegram, webchat, zalo_bot, zalo_oa

CHANNELS = {
    channel.NAME: channel.CAN for channel in (console, webchat, telegram, zalo_oa, zalo_bot)
}
