"""“Làm khai sinh cần giấy tờ gì?” · What everybody brings, then the one question that decides."""

import datetime as dt

from aiogram import Router
from aiogram.methods import SendMessage
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.filters import asks
from handlers.procedures import finding, lines
from handlers.procedures.finding import Desk
from handlers.procedures.published import Published
from handlers.replies import Answer
from handlers.texts import Say
from handlers.texts import lines as below
from handlers.understanding.asked import Asked, Question

router = Router(name=__name__)


@asks(router, Question.PROCEDURE_REQUIRED_PAPERS)
async def procedure_required_papers(
    asked: Asked, db: AsyncSession, say: Say, answer: Answer, now: dt.datetime, published: Published
) -> SendMessage:
    """The papers with their forms and numbers; those of one case when it was chosen."""
    today = now.date()
    meant = await finding.meant(Desk(asked, db, published, say, answer, today))
    if isinstance(meant, SendMessage):
        return meant
    one = meant.procedure
    told = lines.papers(lines.in_all_cases(one, meant.case), say)
    differ = meant.case is None and any(case.papers for case in one.variants)
    has_form = any(paper.form for paper in lines.in_all_cases(one, meant.case))
    words = below(
        lines.title(meant, say, today),
        say("procedure-papers", sets=one.sets, differ=differ)
        if told
        else say("procedure-papers-unknown", agency=one.agency),
        *told,
        say("procedure-forms") if has_form else None,
        lines.footer(one, say),
        say("procedure-papers-which-case") if differ else None,
    )
    chosen = lines.cases(one, asked) if differ else []
    return answer(words, [*chosen, *lines.buttons(meant, asked, say)])
