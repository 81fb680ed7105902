"""Tells the words of buttons and menus from those of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Every word of a button or menu entry is one of these; a sentence always has others.
_BUTTON_WORDS = frozenset(
    "share shares sharing tweet tweets retweet like likes follow us on via by email e-mail mail print printer "
    "printer-friendly friendly "
    "save later read listen facebook twitter x linkedin whatsapp telegram reddit pinterest flipboard instagram "
    "youtube rss pocket google plus tumblr digg delicious stumbleupon messenger viber vk copy link url this "
    "article story page post comment comments view all show hide more less menu search close open home top back "
    "to next previous prev skip content main subscribe subscribers subscriber subscription sign up in out log "
    "login logout register account my profile premium exclusive free newsletter newsletters bookmark report gift "
    "text size font increase decrease a the to and or friend version download pdf app get toggle navigation "
    "topics latest trending popular most live watch video photos photo gallery slideshow click here for our your "
    "follow@ favorite permalink reply "
    # To fill the screen
    "fullscreen vollbild helskärm fullskærm fullskjerm "
    # German, French, Spanish, Russian
    "teilen drucken versenden merken kommentieren kommentare kommentar artikel per weiterleiten anmelden "
    "abonnieren abo suche startseite menü schließen mehr bilder fotostrecke ansehen "
    "newsletter partager imprimer envoyer commentaires commenter "
    "s'abonner connexion accueil compartir imprimir enviar comentarios suscríbete поделиться печать распечатать "
    "отправить комментарии комментировать подписаться войти меню поиск вконтакте одноклассники поделитесь рассказать "
    "скопировать ссылку сохранить "
    # Korean, Japanese, Chinese
    "닫기 확대 사진 공유 공유하기 댓글 인쇄 스크랩 閉じる シェア シェアする 印刷 保存 分享 收藏 打印 评论 關閉 关闭 "
    "分享到 分享至 微博 新浪微博 微信 朋友圈 qq空间 点赞 ツイート ツイートする "
    # What stands beside them: where to share, and with whom.
    "в с на соцсетях социальных сетях друзьями друзьям этой этим статьёй статьей статью новостью материалом "
    "in sozialen netzwerken auf bei diesen beitrag sur les réseaux sociaux cet ce avec amis en las redes sociales "
    "amigos este artículo".split()
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’@-][^\W_]*)*")
# Words that make a button by themselves; the others only help (`to`, `the`, `this` are in every text).
_BUTTON_CORE = _BUTTON_WORDS - frozenset(
    "us on via by later like this article story page post all more less top back to next main in out my a the and or "
    "text version get latest live for our your free open close x plus up here content click size exclusive "
    "в с на соцсетях социальных сетях друзьями друзьям этой этим статьёй статьей статью новостью материалом "
    "ansehen 사진 保存 "
    "sozialen netzwerken auf bei diesen beitrag sur les réseaux sociaux cet ce avec amis en las redes sociales "
    "amigos este artículo рассказать сохранить ссылку".split()
)
_SHARING = frozenset({"share", "tweet", "print", "email"})
"""Words that are a button's even when they stand alone."""
_LAST_SENTENCE = re.compile(r"[.!?…][\"'”’»)]*\s+(?=[^\s.!?…]+(?:\s[^\s.!?…]+){0,5}\W*$)")
_LONGEST_BUTTON = 120
"""Characters."""


def are_button_words(text: str) -> bool:
    """Whether all words of a text are those of buttons, and one at least is of no other use."""
    tokens = _TOKEN.findall(_ACCOUNT.sub(" ", text) if "@" in text else text)
    words = [word.replace("’", "'") for token in tokens for word in _unglued(token)]
    return all(word in _BUTTON_WORDS for word in words) and any(word in _BUTTON_CORE for word in words)


_ACCOUNT = re.compile(r"(?<!\S)@\w+")
_GLUE = re.compile(r"(?<=[^\W\dA-Z_])(?=[A-Z])")


def _unglued(token: str) -> Sequence[str]:
    """The words of buttons that an extractor ran together: `friendPrinter`. Names such as `YouTube` are one word."""
    word = token.casefold()
    if word in _BUTTON_WORDS or not _GLUE.search(token):
        return (word,)
    words: list[str] = []
    for part in _GLUE.sub(" ", token).casefold().split():
        if words and words[-1] + part in _BUTTON_WORDS:
            words[-1] += part
        else:
            words.append(part)
    return words


def glued_button_at(text: str, start: int = 0) -> int | None:
    """Where the words of a button begin that were glued to a text's last sentence; None where there are none.

    What stands before `start` is not looked at.
    """
    end = _LAST_SENTENCE.search(text, max(start, len(text) - _LONGEST_BUTTON))
    return end.end() if end and _is_button(text[end.end() :]) else None


def _is_button(text: str) -> bool:
    text = text.rstrip(" »›→>")
    words = text.split()
    alone = len(words) == 1 and words[0].casefold() not in _SHARING
    return bool(words) and not alone and text[0].isupper() and text[-1] not in '.!?…"”’»' and are_button_words(text)
