package words

// What the screens say. One voice: what happened, what to do; no blame.
var (
	Name = Phrase{"lifelog", "lifelog"}

	Today     = Phrase{"Today", "今日"}
	Untitled  = Phrase{"(no words yet)", "（まだ何も書かれていません）"}
	NotBegun  = Phrase{"Nothing is written on this day yet.\n\nEnter begins it.", "この日はまだ何も書かれていません。\n\nEnter で書きはじめます。"}
	FirstRun1 = Phrase{"This is your journal. Nothing is written in it yet.", "ここはあなたの日記です。まだ何も書かれていません。"}
	FirstRun2 = Phrase{"Press Enter and write; Esc brings you back, with every word saved.", "Enter で書きはじめ、Esc で戻ります。書いたものは保存されます。"}
	FirstRun3 = Phrase{"Each day is a Markdown file of its own, in", "一日が一つの Markdown ファイルになります。場所："}
	FirstRun4 = Phrase{"? shows the keys, Ctrl-Q leaves.", "? でキーの一覧、Ctrl-Q で終了します。"}

	Entries  = Phrase{"%s entries", "%s件"}
	OneEntry = Phrase{"1 entry", "1件"}
	LeftOut  = Phrase{"left alone: %s", "開かずに残したファイル：%s"}
	AsItIs   = Phrase{"%s", "%s"}
	AndMore  = Phrase{"%s (and %d more)", "%s（ほか%d件）"}

	Saved         = Phrase{"saved", "保存済み"}
	Saving        = Phrase{"saving…", "保存中…"}
	Edited        = Phrase{"edited", "編集中"}
	Unstored      = Phrase{"new", "新規"}
	NotSaved      = Phrase{"not saved: %s. Your text is still here; Ctrl-S tries again", "保存できませんでした：%s。文章はこの画面に残っています。Ctrl-S でもう一度保存します"}
	Gone          = Phrase{"removed by another program; saved again when you go on writing", "ほかのプログラムが削除しました。続けて書くと保存しなおします"}
	Joined        = Phrase{"joined with what another program wrote; Ctrl-Z takes that out", "ほかのプログラムが書いた内容をまとめました。Ctrl-Z で取り消せます"}
	Merged        = Phrase{"saved, joined with what another program wrote meanwhile", "保存しました。その間にほかのプログラムが書いた内容もまとめました"}
	CopyKept      = Phrase{"saved; another program had changed the same lines, its text is kept in %s; F10 shows both", "保存しました。ほかのプログラムも同じ行を変えていたので、その内容を %s に残しました。F10 で見比べられます"}
	OtherText     = Phrase{"another text: %s", "別の内容あり：%s"}
	OtherTexts    = Phrase{"%d other texts: %s", "別の内容 %d件：%s"}
	WhichText     = Phrase{"Which other text?", "どの内容と見比べますか"}
	LeftByGit     = Phrase{"left by git in the entry itself", "git が日記の中に残したもの"}
	NoOtherText   = Phrase{"no entry has another text", "競合している日記はありません"}
	SideOurs      = Phrase{"ours: the entry", "こちら：日記"}
	SideTheirs    = Phrase{"theirs: %s", "相手：%s"}
	SameText      = Phrase{"Both are the same text. Enter puts the other one into the trash.", "どちらも同じ内容です。Enter で相手をごみ箱に移します。"}
	Place         = Phrase{"%d of %d", "%d／%d"}
	TakeWhich     = Phrase{"take ours (o), theirs (t) or both (b)?", "こちら(o)・相手(t)・両方(b) のどれを残しますか"}
	TookOurs      = Phrase{"ours", "こちらを残す"}
	TookTheirs    = Phrase{"theirs", "相手を残す"}
	TookBoth      = Phrase{"both, ours first", "両方を残す（こちらが先）"}
	StillOpen     = Phrase{"still open: %d; O, T or B takes one side everywhere", "あと%dか所決まっていません。O・T・B で全体をまとめて選べます"}
	Settled       = Phrase{"stored; what was not taken is in the history", "保存しました。採らなかった内容は履歴に残っています"}
	NotSettled    = Phrase{"not stored: %s", "保存できませんでした：%s"}
	UnclearDays   = Phrase{"Which day is it?", "どの日ですか"}
	UnclearFile   = Phrase{"%s is the entry of", "%s はどの日の日記ですか"}
	NotRemembered = Phrase{"not remembered: %s. It will be asked again", "答えを保存できませんでした：%s。次に開いたときにもう一度たずねます"}
	NotRead       = Phrase{"could not be read: %s", "読み込めませんでした：%s"}
	NoTemplate    = Phrase{"the template could not be read: %s", "テンプレートを読み込めませんでした：%s"}
	BadFront      = Phrase{"The front matter cannot be read", "フロントマターを読み取れません"}
	WrongSettings = Phrase{"%s; the default is used instead", "%s（既定の設定を使います）"}
	NotListed     = Phrase{"the journal could not be read: %s. Check the folder %s, then press Ctrl-Q and start again", "日記を読み込めませんでした：%s。フォルダー %s を確かめ、Ctrl-Q で終了してから開きなおしてください"}
	TooLarge      = Phrase{"larger than 16 MB: it can be read here, and edited with Ctrl-E", "16 MB を超えるため、ここでは表示だけです。編集は Ctrl-E で"}
	NotCopied     = Phrase{"not copied: %s", "コピーできませんでした：%s"}
	NotPasted     = Phrase{"not pasted: %s", "貼り付けできませんでした：%s"}
	Copied        = Phrase{"copied", "コピーしました"}
	CopiedText    = Phrase{"copied: %s", "コピーしました：%s"}
	CopiedLink    = Phrase{"copied the link: %s", "リンクをコピーしました：%s"}
	CopiedCode    = Phrase{"copied the code: %s", "コードをコピーしました：%s"}
	CopiedTable   = Phrase{"copied the table: %s", "表をコピーしました：%s"}
	NothingToCopy = Phrase{"there is nothing to copy here", "コピーするものがありません"}
	PasteDropped  = Phrase{"pasted text was dropped: there is no text box here", "ここには入力欄がないため、貼り付けた文字は捨てました"}
	NoShell       = Phrase{"there is no shell to go back to here; Ctrl-Q leaves", "ここには戻り先のシェルがありません。終了は Ctrl-Q です"}
	InputMethod   = Phrase{"the input method is on; switch it off for the letter keys", "IMEがオンです（半角/全角で切替）"}
	EditorFailed  = Phrase{"the editor failed: %s. Set EDITOR to the program you edit with", "エディターを実行できませんでした：%s。環境変数 EDITOR に使うエディターを設定してください"}

	DayTurned    = Phrase{"now %s: %s writes it; this here stays on its day", "%sになりました。%s で今日を書けます。ここは元の日のままです"}
	LeaveDraft   = Phrase{"This could not be saved:\n%s\n\nWhat is not saved is kept as a draft, and is put back when lifelog starts again.\n\nLeave now?", "保存できませんでした：\n%s\n\n保存していない文章は下書きに残り、次に lifelog を開いたときに戻ります。\n\n終了しますか？"}
	KeptAsDraft  = Phrase{"not saved: %s. What is not saved is kept as a draft, and is put back when lifelog starts again", "保存できませんでした：%s。保存していない文章は下書きに残り、次に lifelog を開いたときに戻ります"}
	NoDraft      = Phrase{"what you type is not recorded: %s. Your journal is saved as ever, but a crash would cost the last seconds", "入力の控えを残せません：%s。日記はいつもどおり保存されますが、異常終了のときは直前の入力が失われることがあります"}
	DraftLate    = Phrase{"the disk is slow: what you type now would not outlive a crash", "ディスクの応答が遅く、いま入力している内容はまだ下書きに記録されていません"}
	Recovered    = Phrase{"recovered %s of %s, not saved since %s; F9 shows what", "%s（%s）を戻しました。%sから保存されていませんでした。F9 で見られます"}
	Changes      = Phrase{"changes", "変更"}
	Shared       = Phrase{"other users of this computer can look into your journal; %s closes it to them", "このコンピューターのほかの利用者も、この日記を見ることができます。%s で自分だけのものにできます"}
	NotRecovered = Phrase{"a draft could not be put back: %s. It is kept, and tried again at the next start", "下書きを戻せませんでした：%s。下書きは残してあり、次に開いたときにもう一度試します"}
	LeaveUnsaved = Phrase{"This could not be saved:\n%s\n\nLeave anyway and lose what is not saved?", "保存できませんでした：\n%s\n\n保存していない文章を捨てて終了しますか？"}
	Yes          = Phrase{"leave", "終了する"}
	No           = Phrase{"stay", "戻る"}

	SearchBox      = Phrase{"Search", "検索"}
	SearchHint     = Phrase{"Type a word to find it in every entry.", "ことばを入力すると、すべての日から探します。"}
	NothingHas     = Phrase{"No entry has “%s”.", "「%s」を含む日はありません。"}
	HitsOf         = Phrase{"%s of %s entries", "%s件（全%s件中）"}
	StillReads     = Phrase{"%s so far; %d of %d entries read", "ここまで%s件（%d／%d件を読み込みました）"}
	RecentSearches = Phrase{"Searched for lately; ↑ brings one back", "最近の検索（↑で呼び出し）"}
	Year           = Phrase{"%d", "%d年"}
	Alike          = Phrase{"Alike", "似た表記"}
	MostHits       = Phrase{"Most matches first", "一致の多い順"}
	FilterBox      = Phrase{"Filter", "絞り込み"}
	Filtered       = Phrase{"filtered: %s", "絞り込み：%s"}
	NotSearched    = Phrase{"not searched: %s", "検索できませんでした：%s"}

	NoLinkHere = Phrase{"the caret is not in a link", "カーソルの位置にリンクはありません"}

	MemoriesBox = Phrase{"On this day", "あの日の今日"}
	NoMemories  = Phrase{"nothing to look back to on %s", "%sに振り返る日記はありません"}
	Reminder    = Phrase{"%s: %s    o shows it", "%s：%s　（o で表示）"}

	TagsBox     = Phrase{"Tags", "タグ"}
	MissingHead = Phrase{"Linked to, not written yet", "リンクはあるがまだ書いていない"}
	NoTags      = Phrase{"no entry has a tag; write one as in #trip", "タグのある日記はありません。#旅 のように書きます"}

	NoTrip        = Phrase{"this day is in no trip; one begins with an entry that has until: in its front matter", "この日は旅の期間に入っていません。フロントマターに until: のある日記が旅になります"}
	TripOffer     = Phrase{"%s: t reads it as one", "%s：t で通して読む"}
	TripTitleBox  = Phrase{"New trip", "新しい旅"}
	TripTitleHint = Phrase{"its title, as in Kyoto in the rain", "題名（例：雨の京都）"}
	TripDaysBox   = Phrase{"Days", "期間"}
	TripDaysHint  = Phrase{"the first to the last, as in 5/2-8 or 2022-05-02 to 2022-05-08", "最初の日から最後の日まで（例：5/2-8、5月2日〜8日）"}
	TripTooShort  = Phrase{"that is one day; a trip has a last day after the first", "一日だけです。最後の日は最初の日より後にします"}

	DayWritten  = Phrase{"1 day", "1日"}
	DaysWritten = Phrase{"%s days", "%s日"}
	RangeBox    = Phrase{"Show", "表示する期間"}
	RangeHint   = Phrase{"last 12 months, 2024-05 to today, past 5 years", "過去12か月、2024年5月から今日、過去5年"}
	RangeWrong  = Phrase{"a range has two ends, at most %d years apart", "期間には始まりと終わりがあり、長さは%d年までです"}
	ShadeLegend = Phrase{"%s and more characters", "%s文字以上"}

	NameBox  = Phrase{"New entry on %s", "%sの新しい日記"}
	NameHint = Phrase{"a name, as in packing", "名前（例：旅のしたく）"}
	BadName  = Phrase{"a name has no / \\ : * ? \" < > |, no dot at its ends, and 80 bytes at most", "名前に / \\ : * ? \" < > | や端のドットは使えません。長さは80バイトまでです"}

	RenameBox       = Phrase{"Name or day", "名前・日付"}
	RenameHint      = Phrase{"another day, or a name: yesterday, packing, 2022-05-02-packing", "別の日か名前（例：昨日、旅のしたく、2022-05-02-旅のしたく）"}
	RenameTitle     = Phrase{"%s → %s", "%s → %s"}
	RenameTagBox    = Phrase{"#%s becomes", "#%s を次の名前に"}
	RenameTagHint   = Phrase{"the new name, as in travel or trip/kyoto", "新しい名前（例：旅行、旅/京都）"}
	JoinsTag        = Phrase{"both become one: #%s, which %s entries have", "#%s（%s件）と一つになります"}
	BadTag          = Phrase{"a tag has letters, digits, _ and -, at least one letter, and / before those below it", "タグに使えるのは文字・数字・_・- です。文字を一つは含め、下の階層は / で区切ります"}
	SameName        = Phrase{"that is what it is called already", "今の名前と同じです"}
	NameTaken       = Phrase{"there is an entry %s already", "%sの日記がもうあります"}
	Planning        = Phrase{"looking for what names it…", "どこで使われているか調べています…"}
	NotRenamed      = Phrase{"not changed: %s", "変更できませんでした：%s"}
	Renamed         = Phrase{"%s; u takes it back", "変更しました：%s。u で元に戻します"}
	RenameTakenBack = Phrase{"taken back: %s", "元に戻しました：%s"}
	NotAllTakenBack = Phrase{"taken back, but not where the same lines were written since: %s (%d in all); h shows what they were", "元に戻しましたが、その後に同じ行を書きかえた日記はそのままです：%s（全%d件）。h で前の状態を見られます"}
	WouldChange     = Phrase{"Lines that change: %s, in entries: %s. u takes all back.", "%s行（%s件の日記）が変わります。u でまとめて元に戻せます。"}
	NothingNamesIt  = Phrase{"No link leads to it: only its own name changes. u takes it back.", "リンクしている日記はありません。変わるのは名前だけです。u で元に戻せます。"}
	ShownOf         = Phrase{"Shown are the first %s.", "はじめの%s行を表示しています。"}
	JoinsOthers     = Phrase{"Entries that have the new tag already: %s. Both become one, and only u tells them apart again.", "新しいタグはもう%s件で使われています。一つになったあとは、u でしか分けられません。"}
	PageStays       = Phrase{"%s.md has no date and stays as it is; its links lead nowhere then", "日付のないページ %s.md は変わりません。そのリンクはつながらなくなります"}
	Changing        = Phrase{"changing… %s of %s entries", "変更しています… %s／%s件"}
	LineOf          = Phrase{"line %s", "%s行目"}

	Starred    = Phrase{"starred", "星をつけました"}
	Unstarred  = Phrase{"no star any more", "星をはずしました"}
	NotStarred = Phrase{"no star: %s", "星をつけられませんでした：%s"}
	NoEntryYet = Phrase{"nothing is written on this day yet", "この日はまだ何も書かれていません"}

	Removed       = Phrase{"%s is in the trash; u takes it back", "%sをゴミ箱へ移しました。u で元に戻します"}
	NotRemoved    = Phrase{"not removed: %s", "ゴミ箱へ移せませんでした：%s"}
	TakenBack     = Phrase{"%s is back", "%sを元に戻しました"}
	TakenBackAs   = Phrase{"back under another name, %s, beside what is there now", "同じ名前の日記があるため、「%s」として元に戻しました"}
	NothingToUndo = Phrase{"nothing was done here that could be taken back; the trash has what was removed before", "取り消せる操作はありません。以前に削除した日記はゴミ箱にあります"}
	TrashBox      = Phrase{"Trash: bring back", "ゴミ箱から戻す"}
	TrashEmpty    = Phrase{"the trash is empty", "ゴミ箱は空です"}
	TrashUnread   = Phrase{"not all of the trash can be read: %s", "ゴミ箱の一部を読み込めませんでした：%s"}
	RemovedAt     = Phrase{"removed %s", "%s 削除"}

	GoToBox  = Phrase{"Go to", "日付"}
	GoToHint = Phrase{"2022-05-02, yesterday, last friday, 3 days ago", "2022-05-02、昨日、先週の金曜、3日前、令和4年5月2日"}

	FindBox     = Phrase{"Find", "検索"}
	ReplaceBox  = Phrase{"Replace with", "置換後"}
	MatchOf     = Phrase{"%d of %d", "%d／%d"}
	MatchesHere = Phrase{"%d here", "%d件"}
	Counting    = Phrase{"counting…", "数えています…"}
	NoMatch     = Phrase{"not here", "見つかりません"}

	HistoryOf       = Phrase{"Earlier states", "履歴"}
	HistoryStep     = Phrase{"+%s −%s", "+%s −%s"}
	HistoryNow      = Phrase{"now", "今"}
	HistoryNone     = Phrase{"Nothing is kept of this day yet.\n\nWhat it is will be kept when you change it, and when you leave it.", "この日の履歴はまだありません。\n\n書きかえるときと離れるときに残ります。"}
	HistoryChanged  = Phrase{"What changed since %s", "%sからの変更"}
	HistoryFirst    = Phrase{"The first state that is kept", "残っている最初の状態"}
	HistoryAgainst  = Phrase{"From %s to now", "%sから今まで"}
	HistorySame     = Phrase{"Nothing differs.", "違いはありません。"}
	HistoryUnread   = Phrase{"earlier states could not be read: %s", "履歴を読み込めませんでした：%s"}
	HistoryDamaged  = Phrase{"damaged in %d places; the rest is here", "%d か所が壊れています。残りはここにあります"}
	HistoryHere     = Phrase{"it is so now", "今の文章です"}
	HistoryMoved    = Phrase{"this place reads differently now; c compares with now", "この箇所は今では変わっています。c で今の文章と比べられます"}
	HistoryBack     = Phrase{"as it was %s; h shows what it was before that", "%s の状態に戻しました。戻す前の状態も h の履歴にあります"}
	HistoryBackHere = Phrase{"as it was %s; Ctrl-Z undoes that", "%s の状態に戻しました。Ctrl-Z で取り消せます"}
	HistoryPlace    = Phrase{"this place is brought back", "この箇所を戻しました"}
	Thinning        = Phrase{"old earlier states are thinned out: %s of %s entries", "古い履歴を整理しています：%s／%s件"}
	HistoryKeepsNot = Phrase{"earlier states cannot be kept: %s. Your journal is saved as ever", "履歴を残せません：%s。日記はいつもどおり保存されます"}
	NotRestored     = Phrase{"not brought back: %s", "戻せませんでした：%s"}
	NothingEarlier  = Phrase{"nothing earlier is kept", "これより前の状態はありません"}
	UndoneTo        = Phrase{"as it was %s; Ctrl-Y leads back", "%s の状態です。Ctrl-Y で先へ戻れます"}

	StatsTitle      = Phrase{"Statistics", "統計"}
	StatsMonths     = Phrase{"by month", "月ごと"}
	StatsYears      = Phrase{"by year", "年ごと"}
	StatsDays       = Phrase{"by day", "日ごと"}
	StatsTags       = Phrase{"tags over time", "タグの移りかわり"}
	StatsIn         = Phrase{", in %s", "の%s"}
	StatsTotal      = Phrase{"entries: %s, days: %s, characters: %s, words: %s", "%s件、%s日、%s文字、%s語"}
	StatsRuns       = Phrase{"days in a row: %s until %s, now %s", "連続：最長%s日（%sまで）、今%s日"}
	StatsNumber     = Phrase{"days: %s, mean: %s, from %s to %s", "%s日、平均%s、最小%s、最大%s"}
	StatsWithout    = Phrase{"days between without it: %s", "間の記録のない日：%s日"}
	StatsCharacters = Phrase{"characters", "文字数"}
	StatsWords      = Phrase{"words", "語数"}
	StatsEntries    = Phrase{"entries", "件数"}
	StatsNone       = Phrase{"There is nothing to count yet.\n\nWhat you write is counted here; and a number at the head of an entry, as in “mood: 4” between two lines “---”, is drawn by day.", "まだ数えるものがありません。\n\n書いた量がここに出ます。日記の先頭の二つの「---」の間に「気分: 4」のような数を書くと、日ごとのグラフになります。"}
	StatsReading    = Phrase{"The journal is still being read: %s of %s entries so far.", "日記を読み込んでいます（%s／%s件）。"}

	DoctorTitle    = Phrase{"What is wrong", "日記の点検"}
	ToMend         = Phrase{"%s to mend: %s", "直すところ %s件：%s"}
	ReadSoFar      = Phrase{"%s of %s entries read", "%s／%s件を読み込みました"}
	Looking        = Phrase{"looking…", "調べています…"}
	LookingFor     = Phrase{"looking for: %s, %s of %s", "調べています：%s（%s／%s）"}
	FoundWrong     = Phrase{"%s found", "%s件"}
	Mendable       = Phrase{"%s found, %s of which can be mended here", "%s件（ここで直せるもの %s件）"}
	NothingWrong   = Phrase{"Nothing is wrong.", "問題はありません。"}
	NotChecked     = Phrase{"not everything could be checked: %s", "一部を調べられませんでした：%s"}
	MendByHand     = Phrase{"this is for you to mend, as said below", "これは手で直すものです。直し方は下にあります"}
	NoEntryToVisit = Phrase{"this is in no entry; the file is named below", "日記の中のことではありません。ファイルの場所は下にあります"}
	Mended         = Phrase{"mended: %s", "直しました：%s"}
	NotMended      = Phrase{"not mended: %s", "直せませんでした：%s"}
	And            = Phrase{"; ", "。"}

	OutlineBox   = Phrase{"Headings", "見出し"}
	LinkedFrom   = Phrase{"Linked from", "リンク元"}
	NoHeadings   = Phrase{"there are no headings here", "見出しはありません"}
	NoMoreLinks  = Phrase{"no more links this way", "この先にリンクはありません"}
	NoWayBack    = Phrase{"no link was followed to here", "リンクをたどってきていません"}
	NoEntryThere = Phrase{"“%s” is no entry and no web address", "「%s」という日記もウェブアドレスもありません"}
	Browsed      = Phrase{"opened outside: %s", "外部で開きました：%s"}
	NotOpened    = Phrase{"not opened: %s", "開けませんでした：%s"}
	NotBrowsed   = Phrase{"not opened: %s; y copies the address", "開けませんでした：%s。y でアドレスをコピーできます"}
	PageIsRead   = Phrase{"a page without a date is only read here; Ctrl-E edits it", "日付のないページはここでは表示だけです。編集は Ctrl-E で"}
	PageIsGone   = Phrase{"This page is not there any more.", "このページはもうありません。"}
	WriteMissing = Phrase{"“%s” is not written yet. Write it?", "「%s」はまだ書かれていません。書きますか？"}
	WriteIt      = Phrase{"write it", "書く"}
	LeaveIt      = Phrase{"not now", "書かない"}
	NoTask       = Phrase{"there is no task on the screen", "画面にタスクはありません"}
	NotToggled   = Phrase{"the task could not be saved: %s", "タスクを保存できませんでした：%s"}
	PlainText    = Phrase{"as plain text", "プレーンテキストで表示"}
	PlainLarge   = Phrase{"over 4 MB, as plain text", "4 MB を超えるためプレーンテキストで表示"}
	Minutes      = Phrase{"%s min", "約%s分"}

	PictureMissing  = Phrase{"not found", "見つかりません"}
	PictureBroken   = Phrase{"cannot be read as a picture", "画像として読み取れません"}
	PictureOfNoKind = Phrase{"not a kind of picture that is known", "対応していない種類のファイルです"}
	PictureEncoded  = Phrase{"HEIC and AVIF are not drawn; Enter opens it", "HEIC・AVIF は表示できません。Enter で開きます"}
	PictureAnimated = Phrase{"an animation; Enter opens it", "アニメーションです。Enter で開きます"}
	PictureTooLarge = Phrase{"%d×%d, too large to draw; Enter opens it", "%d×%d は大きすぎます。Enter で開きます"}
	PictureHeavy    = Phrase{"larger than %d MB; Enter opens it", "%d MB を超えています。Enter で開きます"}
	PictureMoves    = Phrase{"the first picture of an animation", "アニメーションの最初の一枚"}
	InsertPicture   = Phrase{"Insert this as a picture? It is copied into the journal.\n\n%s", "画像として挿入しますか？ファイルは日記のフォルダーにコピーされます。\n\n%s"}
	InsertIt        = Phrase{"insert", "挿入する"}
	KeepPath        = Phrase{"keep the text", "文字のまま残す"}
	NotInserted     = Phrase{"the picture was not inserted: %s", "画像を挿入できませんでした：%s"}

	OneCharacter = Phrase{"1 character", "1文字"}
	OneWord      = Phrase{"1 word", "1語"}
	Characters   = Phrase{"%s characters", "%s文字"}
	WordsAnd     = Phrase{"%s words", "%s語"}
	OfSelected   = Phrase{"selected: ", "選択："}

	KeysTitle = Phrase{"Keys", "キーの一覧"}

	PaletteBox = Phrase{"Do", "コマンド"}
	NoCommand  = Phrase{"no command here is called that", "その名前のコマンドはここにはありません"}
	Lately     = Phrase{"Lately", "最近のコマンド"}
	Moving     = Phrase{"To move and select", "移動と選択"}
)

// PlaceName names a place where keys hold.
type PlaceName struct {
	Scope string
	Name  Phrase
}

// Places names where keys hold, in the order the help shows them.
var Places = []PlaceName{
	{"home", Phrase{"In the list", "一覧で"}},
	{"calendar", Phrase{"In the calendar", "カレンダーで"}},
	{"reader", Phrase{"While reading", "読んでいるとき"}},
	{"editor", Phrase{"While writing", "書いているとき"}},
	{"find-box", Phrase{"While searching in an entry", "日記の中を検索しているとき"}},
	{"seek-box", Phrase{"While finding words in what is read", "読んでいる日記の中を検索しているとき"}},
	{"two-texts", Phrase{"Between two texts of an entry", "二つの内容を見比べるとき"}},
	{"menu", Phrase{"In a list to pick from", "一覧から選ぶとき"}},
	{"tag-menu", Phrase{"In the list of tags", "タグの一覧で"}},
	{"preview-page", Phrase{"Before several entries are changed", "まとめて変更する前の確認で"}},
	{"search-box", Phrase{"In the search box", "検索ボックスで"}},
	{"filter-box", Phrase{"While filtering the list", "一覧を絞り込むとき"}},
	{"hits", Phrase{"Among what was found", "検索結果で"}},
	{"statistics-page", Phrase{"In the statistics", "統計で"}},
	{"doctor-page", Phrase{"Where it says what is wrong", "点検で"}},
	{"history-page", Phrase{"In the earlier states", "履歴で"}},
	{"command", Phrase{"Outside text", "入力欄の外で"}},
	{"app", Phrase{"Everywhere", "どこでも"}},
}

// Place returns the name of the place where keys of a scope hold.
func (l Lang) Place(scope string) string {
	for _, place := range Places {
		if place.Scope == scope {
			return l.Say(place.Name)
		}
	}
	return scope
}
