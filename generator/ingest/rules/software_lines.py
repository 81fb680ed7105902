"""Rules for what the software of blogs writes around a title, a name or a number: counts, where a post is filed."""

from __future__ import annotations

from generator.articles.ledger import Role
from generator.ingest.rules.patterns import any_of, by_patterns

_TITLE = r'["“”„«‘《〈「].{1,150}["“”»’》〉」]'
# The title stands in quotation marks: without them it may be a sentence about thoughts.
titled_count = by_patterns(
    Role.COMMENT,
    40,
    rf"^\W*\d+ (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to) {_TITLE}\W*$",
    rf"^\W*one (?:thought|response|reply|comment) (?:on|to) {_TITLE}\W*$",
    rf"^\W*(?:be the first to comment|leave a (?:comment|reply)) (?:on|to) {_TITLE}\W*$",
    rf"^\W*(?:\d+|eine?) (?:gedanken?|antwort(?:en)?|kommentare?) (?:zu|auf) {_TITLE}\W*$",
    rf"^\W*(?:\d+|une?) (?:réflexions?|réponses?|commentaires?|pensées?|avis) (?:sur|à|au sujet de) {_TITLE}\W*$",
    rf"^\W*(?:\d+|una?|uno) (?:comentarios?|pensamientos?|respuestas?|opini(?:ón|ones)|ideas?) (?:en|a|"
    rf"sobre) {_TITLE}\W*$",
    rf"^\W*(?:\d+|uma?) (?:comentários?|pensamentos?|respostas?|opini(?:ão|ões)) (?:em|a|para|sobre) {_TITLE}\W*$",
    rf"^\W*(?:\d+|una?) (?:comment[oi]|pensier[oi]|rispost[ae]) (?:su|a) {_TITLE}\W*$",
    rf"^\W*(?:\d+|een|eén|één) (?:gedachten?|reacties?|antwoord(?:en)?) (?:over|op) {_TITLE}\W*$",
    rf"^\W*(?:\d+|en|ett?) (?:tank(?:e|ar|er)|svar|reaktion(?:er)?|kommentar(?:er)?|meninger) (?:på|om|"
    rf"till?) {_TITLE}\W*$",
    rf"^\W*(?:\d+|yksi) (?:vastaus|vastausta|kommentti|kommenttia|ajatus|ajatusta) (?:artikkeliin|"
    rf"aiheesta) {_TITLE}\W*$",
    rf"^\W*(?:\d+|jedna|jeden) (?:myśl\w*|komentarz\w*|odpowied\w+|przemyśleni\w+) (?:w temacie|do|na|"
    rf"na temat) {_TITLE}\W*$",
    rf"^\W*(?:\d+|jeden|jedna) (?:komentář\w*|reakc\w+|odpově\w+|názor\w*) ?(?::|na|k|u) ?{_TITLE}\W*$",
    rf"^{_TITLE} bejegyzéshez (?:\d+|egy) hozzászólás\W*$|"
    rf"^\W*(?:\d+|egy) hozzászólás (?:a\(z\) |az? )?{_TITLE} bejegyzéshez\W*$",
    rf"^\W*(?:\d+|un) (?:gânduri|gând|răspunsuri|răspuns|comentarii|comentariu) (?:despre|la) {_TITLE}\W*$",
    rf"^\W*(?:\d+|один|одна) (?:комментари\w+|мысл\w+|ответ\w*|отзыв\w*) (?:к|о|на|об|по) {_TITLE}\W*$",
    rf"^\W*(?:\d+|один|одна) (?:комента\w+|думк\w+|відповід\w+) (?:до|щодо|на|про) {_TITLE}\W*$",
    rf"^{_TITLE} (?:üzerine|için|hakkında) (?:\d+|bir) (?:yorum|yanıt|düşünce|cevap)\W*$",
    rf"^\W*(?:\d+|μία|ένα) (?:σκέψ\w+|σχόλι\w+|απαντήσ\w+|απάντηση) (?:σχετικά με|στο|στη|για) (?:το )?{_TITLE}\W*$",
    rf"^\W*(?:\d+ )?(?:تعليقات|تعليق|آراء|رأي|أفكار|فكرة|ردود)(?: واحد)? (?:على|عن|حول) {_TITLE}\W*$",
    rf"^\W*(?:\d+|یک) (?:دیدگاه|پاسخ|نظر) (?:دربارهٔ|درباره|برای|به|در) {_TITLE}\W*$",
    rf"^\W*(?:\d+ )?(?:תגובות|תגובה|מחשבות|מחשבה)(?: אחת)? (?:בנושא|על) {_TITLE}\W*$",
    rf"^{_TITLE} पर (?:\d+|एक) (?:विचार|टिप्पणी|टिप्पणियाँ)\W*$",
    rf"^\W*(?:\d+|satu) (?:pemikiran|tanggapan|komentar|balasan) (?:pada|untuk) {_TITLE}\W*$",
    rf"^\W*(?:\d+|một) (?:suy nghĩ|bình luận|phản hồi|trả lời) (?:về|cho) {_TITLE}\W*$",
    rf"^{_TITLE} ?(?:への|に対して|に)\d+ ?件の(?:フィードバック|コメント|返信)(?:があります)?\W*$",
    rf"^{_TITLE}(?:上)?(?:有|的) ?\d+ ?(?:个想法|個想法|条评论|条回复|則留言|則回應)\W*$|"
    rf"^在 ?{_TITLE} ?中有 ?\d+ ?則留言\W*$",
    rf"^{_TITLE}에 대한 \d+개의 (?:생각|댓글)\W*$|^{_TITLE}의 한가지 생각\W*$",
    rf"^\W*(?:hinterlasse einen kommentar zu|sei der erste,? der kommentiert zu|soyez le premier à commenter|"
    rf"sé el primero en comentar(?: en)?|seja o primeiro a comentar(?: em)?|commenta per primo su|"
    rf"wees de eerste om te reageren op) {_TITLE}\W*$",
    # The software that has the title first.
    r"^[^.!?]{3,100}: \d+ комментари(?:й|я|ев)\W*$",
    hints=("комментари",),
)

_LINK = r"(?:permalink|permanentlink|permalien|permalänken?|permalinket|permalenken?)"
_SUPPORT = (
    r"(?:support|soutenir|apoyar|apoiar|supportare|sostenere|unterstützen|steunen|stödja|støtte|wspierać|поддерж\w+)"
)
filed = by_patterns(
    Role.NOTICE,
    60,
    rf"\b(?:bookmark|bookmark de|marque-page|contrassegna il|bokmärk|bogmærk|bokmerk|tandai) (?:the )?{_LINK}\W*$",
    rf"^\W*(?:setze ein lesezeichen auf|lesezeichen (?:auf|für)) den {_LINK}\W*$",
    r"^\W*(?:mett(?:ez|re)(?:-le)? (?:le permalien )?en favoris?(?: avec (?:son|ce) permalien)?)\W*$",
    r"^\W*guard(?:a|e|ar)? (?:el enlace|o link) permanente\W*$|^\W*adicione o link permanente aos seus favoritos\W*$",
    r"^\W*dodaj zakładkę do bezpośredniego odnośnika\W*$|^\W*добавьте в закладки постоянную ссылку\W*$|"
    r"^\W*додати (?:в|до) закладки? постійне посилання\W*$|^\W*kalıcı bağlantıyı yer imlerinize ekleyin\W*$|"
    r"^\W*lisää kestolinkki kirjanmerkkeihisi\W*$|^\W*salvează legătura permanentă\W*$|"
    r"^\W*βάλτε στα αγαπημένα τον μόνιμο σύνδεσμο\W*$|^\W*パーマリンクをブックマークしてください\W*$|"
    r"^\W*將永久鏈結加入書籤\W*$|^\W*고유주소 북마크\W*$|"
    r"^\W*احفظ الرابط الثابت\W*$|^\W*پیوند یکتا را نشانه‌گذاری کنید\W*$",
    r"^\W*this entry was (?:posted|written|published) (?:in|on|by)\b.*\b(?:bookmark the permalink|by \w+|tagged)\b",
    r"^\W*(?:dieser|der) (?:beitrag|eintrag) wurde (?:unter|am|veröffentlicht)\b.*"
    r"\b(?:abgelegt|veröffentlicht|verschlagwortet|permalink)\b",
    r"^\W*(?:cette entrée|ce contenu|cet article) a été publiée? (?:dans|le)\b.*\b(?:permalien|marquée?|avec)\b",
    r"^\W*(?:esta entrada|este artículo) (?:fue publicad[oa]|se publicó) en\b.*\b(?:etiquetad[oa]|"
    r"enlace permanente)\b",
    r"^\W*(?:esta entrada|este artigo|este post) foi publicad[oa] em\b.*\b(?:marcad[oa]|link permanente)\b",
    r"^\W*quest[oa] (?:voce|articolo) è stat[oa] pubblicat[oa] in\b.*\b(?:contrassegnat[oa]|permalink)\b",
    r"^\W*dit bericht (?:is|werd) geplaatst in\b.*\b(?:tags|getagd|permalink)\b",
    r"^\W*(?:det här|detta) inlägget? (?:postades|publicerades) i\b.*\b(?:märkts|etiketterna|permalänken)\b",
    r"^\W*dette indlæg (?:blev|er) udgivet i\b.*\b(?:tagget|permalinket)\b|"
    r"^\W*dette innlegget (?:ble|er) (?:publisert|lagt inn) (?:i|under)\b.*\b(?:merket|permalenken|stikkord)\b",
    r"^\W*ten wpis został opublikowany w kategorii\b|^\W*příspěvek byl publikován v rubrice\b.*\b(?:štítky|"
    r"záložky)\b|"
    r"^\W*acest articol a fost publicat în\b.*\b(?:etichetat|legătura permanentă)\b|"
    r"^\W*(?:эта )?запись (?:была )?опубликована в\b.*\b(?:метками|постоянн\w+|закладк\w+)\b|"
    r"^\W*цей запис (?:оприлюднено|опубліковано) (?:в|у)\b.*\b(?:позначено|посилання)\b|"
    r"^\W*bu yazı\b.*\bkategorisine gönderilmiş\b|^\W*pos ini dipublikasikan di\b.*\b(?:tag|permalink)\b|"
    r"^\W*この投稿は.{1,40}カテゴリーに投稿されました|^\W*本条目发布于.{4,40}分类",
    r"^\W*you can (?:leave a response, or )?trackback from your own site\b|"
    r"^\W*you can leave a response, or trackback\b|"
    r"^\W*both comments and pings are currently closed\b|"
    r"^\W*you can follow any responses to this entry through the rss\b",
    # Below a post: who wrote it, and at what time.
    r"^\W*(?:posted by|eingestellt von|publié par|publicad[oa] por|postado por|pubblicato da|gepost door|upplagd av|"
    r"(?:ind)?sendt af|lagt inn av|lähettänyt|autor: |vystavil|bejegyezte: |publicat de|автор: |gönderen|"
    r"αναρτήθηκε από|"
    r"مرسلة بواسطة|פורסם על ידי|diposting oleh|diposkan oleh|đăng bởi|投稿者|"
    r"发布者|張貼者|작성자|опубліковано)\W.{2,50}?"
    r"(?:\W(?:at|um|à|en|às|à\(s\)|a|alle|op|kl|klo|o|v|dátum|la|на|о|zaman|στις|في|ב|"
    r"di|vào lúc|時刻|时间|於|시간)\W{1,3})"
    r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?\W*(?:(?:\d+|no|keine|aucun|no hay|sem|nenhum|nessun|geen|inga|ingen|ei|"
    r"brak|žádné|"
    r"nincsenek|niciun|hiç|δεν υπάρχουν|tidak ada) (?:[^\W\d]+ ?){1,2}\W*)?$",
    rf"^\W*(?:thanks for reading|danke,? (?:dass du|fürs lesen)|merci d['’]avoir lu|gracias por leer|"
    rf"obrigado por ler|"
    rf"grazie per aver letto|bedankt voor het lezen|tack för att du läser|tak,? fordi du læser|takk for at du leser|"
    rf"dziękuję za przeczytanie)\b.{{0,80}}[!.].{{5,120}}\b{_SUPPORT}\b.{{0,40}}$",
    r"^\W*.{2,50} is a reader-supported publication\b.{0,200}\bsubscriber\W*$",
    hints=("reader-supported", "permalink", "permalien", "permalänk", "permalenk"),
)
_filed_under = by_patterns(
    Role.NOTICE,
    14,
    r"^\W*(?:(?:posted|filed) (?:in|under)|tagged(?: with)?|veröffentlicht (?:unter|in)|verschlagwortet mit|"
    r"getaggt mit|"
    r"publiée? dans|classée? (?:sous|dans)|étiquetée?|taguée?|marquée? avec|publicad[oa] en|etiquetad[oa](?: como|"
    r" con)?|"
    r"publicad[oa] em|marcad[oa] com|pubblicato in|contrassegnato|taggato|geplaatst in|getag(?:ge)?d|"
    r"publicerat i|postat i|publicerad i|udgivet i|tagget|publisert i|opublikowano w|opublikowane w|otagowan[oe]|"
    r"publikováno v|"
    r"közzétéve|publicat în|etichetat|опубликовано в(?: рубрике)?|помечено|с метками|оприлюднено в|опубліковано в|"
    r"позначено|"
    r"δημοσιεύ[θτ]ηκε στην?|με ετικέτα|نُ?شرت? في|موسومة|(?:نوشته|ارسال|منتشر) شده در|برچسب‌شده|פורסם בקטגוריה|"
    r"ditulis dalam|diposkan pada|dipublikasikan di|ditandai|(?:được )?đăng trong|发表在|发表于|发布于|張貼在)"
    r" (?-i:[^\W\da-zа-яёіїєα-ωà-öø-ÿā-ž_])[^.!?:;\d]{1,80}$",
    at_the_edge=True,
)
posting = any_of(filed, _filed_under)

_AFTER = r"\s*[:：]\s*\S.{1,150}$"
around = by_patterns(
    Role.NAVIGATION,
    30,
    rf"^\W*(?:vorheriger|nächster) (?:beitrag|artikel){_AFTER}",
    rf"^\W*(?:article|publication|billet) (?:précédente?|suivante?)\s?{_AFTER}",
    rf"^\W*(?:entrada|artículo) (?:anterior|siguiente){_AFTER}|^\W*(?:siguiente|anterior) (?:entrada|"
    rf"artículo){_AFTER}",
    rf"^\W*(?:post|artigo|próximo post|próximo artigo)(?: anterior| seguinte)?{_AFTER}",
    rf"^\W*articolo (?:precedente|successivo){_AFTER}|^\W*(?:vorig|volgend) bericht{_AFTER}",
    rf"^\W*(?:föregående|nästa) inlägg{_AFTER}|^\W*(?:forrige|næste) indlæg{_AFTER}|^\W*(?:forrige|"
    rf"neste) innlegg{_AFTER}",
    rf"^\W*(?:edellinen|seuraava) artikkeli{_AFTER}|^\W*(?:poprzedni|następny) wpis{_AFTER}|"
    rf"^\W*(?:předchozí|následující) příspěvek{_AFTER}|^\W*(?:előző|következő) bejegyzés{_AFTER}|"
    rf"^\W*articolul (?:anterior|următor){_AFTER}|^\W*(?:предыдущая|следующая) запись{_AFTER}|"
    rf"^\W*(?:попередній|наступний) запис{_AFTER}|^\W*(?:önceki|sonraki) yazı{_AFTER}|"
    rf"^\W*(?:προηγούμενο|επόμενο) άρθρο{_AFTER}|^\W*المقالة? (?:السابقة?|التالية?){_AFTER}|"
    rf"^\W*(?:نوشتهٔ?|مطلب) (?:پیشین|بعدی|قبلی){_AFTER}|^\W*הפוסט (?:הקודם|הבא){_AFTER}|"
    rf"^\W*pos (?:sebelumnya|berikutnya){_AFTER}|^\W*bài (?:viết )?(?:trước|tiếp theo){_AFTER}|"
    rf"^\W*(?:前|次)の(?:投稿|記事){_AFTER}|^\W*[上下]一篇(?:文章)?{_AFTER}|^\W*(?:이전|다음) 글{_AFTER}",
    # To the rest of a post, whose title it gives.
    rf"^\W*(?:continue reading|weiterlesen|continuer la lecture(?: de)?|sigue leyendo|continúa leyendo|"
    rf"continue lendo|"
    rf"continuar lendo|continua a leggere|lees verder|fortsätt läsa|læs videre|fortsett å lese|jatka lukemista|"
    rf"czytaj dalej|"
    rf"pokračovat ve čtení|continuă lectura|читать далее|читати далі|okumaya devam et|"
    rf"συνεχίστε την ανάγνωση(?: του)?|"
    rf"متابعة قراءة|ادامهٔ? خواندن|להמשיך לקרוא|lanjutkan membaca|đọc tiếp|继续阅读|繼續閱讀|계속 읽기) ?{_TITLE}\W*$",
    r"^\W*(?:continue reading|weiterlesen|continuer la lecture de|continúa leyendo|continuar lendo|"
    r"continua a leggere|"
    r"lees verder|fortsätt läsa|læs videre|fortsett å lese|jatka lukemista|czytaj dalej|celý příspěvek|"
    r"читать далее|続きを読む|"
    r"계속 읽기) .{3,120} ?[→»]$",
    rf"^{_TITLE} (?:weiterlesen|verder lezen|olvasásának folytatása|yazısının devamını oku|"
    rf"の続きを読む|繼續閱讀|계속 읽기)\W*$|"
    rf"^{_TITLE}(?:繼續閱讀|の続きを読む)\W*$",
    r"^\W*(?:(?:voir|afficher) tous les articles (?:par|de)|"
    r"ver todas las entradas (?:de|por)|ver todos os (?:posts|artigos) de|vedi tutti gli articoli di|"
    r"(?:bekijk )?alle berichten van|visa alla inlägg av|vis alle (?:indlæg af|innlegg av)|"
    r"näytä kaikki artikkelit kirjoittajalta|zobacz wszystkie wpisy, których autorem jest|"
    r"zobrazit všechny příspěvky, jejichž autorem je|vezi toate articolele lui|посмотреть все записи автора|"
    r"переглянути всі записи автора|lihat semua pos dari) (?:[^\s.!?]+ ?){1,5}(?:anzeigen|bekijken)?\W*$",
    r"^(?:[^\s.!?]+ ){1,4}(?:tarafından yazılan tüm yazıları görüntüle|összes bejegyzése|のすべての投稿を表示)\W*$|"
    r"^查看.{1,20}的所有文章\W*$",
    # A post's title may be that of a button, too: `Discover more from …`
    r"^\W*(?:discover more from|entdecke mehr von|en savoir plus sur|descubre más desde|descubra mais sobre|"
    r"scopri di più da|ontdek meer van|upptäck mer från|opdag mere fra|oppdag mer fra|odkryj więcej z|"
    r"узнайте больше на сайте) (?-i:[^\W\da-zа-я_])[^.!?]{1,60}$",
    hints=(
        "weiterlesen",
        "verder lezen",
        "folytatása",
        "devamını oku",
        "続きを読む",
        "繼續閱讀",
        "계속 읽기",
        "yazıları",
        "bejegyzése",
        "投稿を表示",
    ),
)
shared = by_patterns(
    Role.SHARING,
    20,
    r"^\W*click to (?:share|print|email|e-mail)\b.{0,40}\((?:opens in new window|"
    r"wird in neuem fenster geöffnet)\)\W*$",
    r"^\W*klick(?:en|ka|k|)?,? (?:um|zum|för|for|om|to)\b.{1,60}\(.{5,40}\)\W*$",
)
lines = any_of(titled_count, posting, around, shared)
