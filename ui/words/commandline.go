package words

// Command is what the command line tells of one of its commands: what it does
// in one line, and the rest of its help.
type Command struct{ Summary, Manual Phrase }

// The help of the command line. What the person types stays as it is in every
// language.
var (
	HelpTop = Phrase{`lifelog is a journal in the terminal.

usage: lifelog                      open the journal
       lifelog DATE                 open that day: 2022-05-02, yesterday, last friday, 先週の金曜
       lifelog COMMAND [OPTION…]

commands:
`, `lifelog は端末で使う日記です。

使い方: lifelog                      日記を開く
        lifelog DATE                 その日を開く：2022-05-02、昨日、先週の金曜、last friday
        lifelog COMMAND [OPTION…]

コマンド：
`}
	HelpBottom = Phrase{`
options, before or after the command:
  --dir DIR   the journal is in the folder DIR, not in $LIFELOG_DIR or ~/lifelog
  --help      say how it is used, and do nothing; lifelog help COMMAND tells more
  --version   say which version this is, and do nothing
  --          what follows are words, also those that begin with two hyphens

environment:
  LIFELOG_DIR      the folder of the journal
  LIFELOG_NOW      what time it is, like 2022-05-02T18:20:00+09:00
  LIFELOG_LANG     the language: en or ja
  VISUAL, EDITOR   the editor of lifelog edit
  NO_COLOR         no colour, when it is set to anything

status: 0 done, 1 failed or nothing found, 2 used wrongly, 130 stopped by Ctrl-C
`, `
オプション（コマンドの前でも後でも）：
  --dir DIR   $LIFELOG_DIR や ~/lifelog ではなく、フォルダー DIR の日記を使う
  --help      使い方を表示して終わる。詳しくは lifelog help COMMAND
  --version   バージョンを表示して終わる
  --          これより後は、ハイフン二つで始まるものもことばとして扱う

環境変数：
  LIFELOG_DIR      日記のフォルダー
  LIFELOG_NOW      今の時刻とみなすもの（例：2022-05-02T18:20:00+09:00）
  LIFELOG_LANG     言語：en か ja
  VISUAL, EDITOR   lifelog edit で使うエディター
  NO_COLOR         何か設定されていれば色を使わない

終了コード：0 成功、1 失敗または該当なし、2 使い方の誤り、130 Ctrl-C で中断
`}
	HelpUsage   = Phrase{"usage: ", "使い方: "}
	HelpOptions = Phrase{"options:", "オプション："}

	OptDir     = Phrase{"the journal is in the folder `DIR`, not in $LIFELOG_DIR or ~/lifelog", "$LIFELOG_DIR や ~/lifelog ではなく、フォルダー `DIR` の日記を使う"}
	OptHelp    = Phrase{"say how it is used, and do nothing", "使い方を表示して終わる"}
	OptVersion = Phrase{"say which version this is, and do nothing", "バージョンを表示して終わる"}
	OptJSON    = Phrase{"as JSON", "JSON で出力する"}
	OptLimit   = Phrase{"no more than the newest `N`; 0 is all", "新しい方から `N` 件まで。0 はすべて"}
)

// What the command line says when it is used wrongly.
var (
	UnknownOption   = Phrase{"unknown option --%s", "--%s というオプションはありません"}
	ValueMissing    = Phrase{"--%s needs a value", "--%s には値が必要です"}
	ValueEmpty      = Phrase{"the value of --%s is empty", "--%s の値が空です"}
	ValueWrong      = Phrase{"--%s cannot be %q", "--%s に %q は指定できません"}
	UnknownCommand  = Phrase{"unknown command %q", "%q というコマンドはありません"}
	UnknownHint     = Phrase{"lifelog help lists the commands; a day is written like 2022-05-02, yesterday or last friday", "コマンドの一覧は lifelog help、日付は 2022-05-02、昨日、先週の金曜 のように書きます"}
	DidYouMeanThis  = Phrase{"did you mean %s%s?", "%s%s のことですか？"}
	NoTime          = Phrase{"LIFELOG_NOW is %q, which is no point in time", "LIFELOG_NOW が %q ですが、時刻として読めません"}
	NoTimeHint      = Phrase{"write it like 2022-05-02T18:20:00+09:00, or unset it", "2022-05-02T18:20:00+09:00 のように書くか、設定をはずしてください"}
	NeedsTerminal   = Phrase{"the screen needs a terminal", "画面を開くには端末が必要です"}
	NeedsNoTerminal = Phrase{"add, read, list and search work without one; lifelog help tells more", "add、read、list、search は端末がなくても使えます。詳しくは lifelog help"}
	WroteBeside     = Phrase{"another program wrote at the same moment; what it wrote is kept in %s", "同時にほかのプログラムが書きこみました。その内容は %s に残してあります"}
	NotSwept        = Phrase{"what earlier saves left could not be cleared away: %v", "以前の保存の残りを片づけられませんでした：%v"}
	Reason          = Phrase{"%v", "%v"}
	UnkeptState     = Phrase{"%v; what was written is stored all the same", "%v。書いたものは保存されています"}
	NoWordsTaken    = Phrase{"%s takes no words, and was given %q", "%s のあとにことばは書けません：%q"}
)

// What the commands say.
var (
	CommandAdd = Command{
		Phrase{"put a text, or pictures, at the end of a day", "その日の終わりに文章や画像を書きたす"},
		Phrase{`Puts the text at the end of the day's log, below a heading with the time.
Without TEXT, or when it is a lone "-", the text is read from standard input.
Options stand before the text. Bytes that are already in the file stay as they are.
A picture is copied into the journal's folder assets; --photo may stand several times.`,
			`その日の日記の終わりに、時刻の見出しをつけて文章を書きたします。
TEXT がないとき、または「-」だけのときは、標準入力から読みます。
オプションは文章より前に書きます。ファイルにもうある内容は一バイトも変わりません。
画像は日記のフォルダーの assets にコピーされます。--photo はいくつでも書けます。`},
	}
	OptAddDate   = Phrase{"the day, or the named entry, `D`", "書きたす日、または名前のある日記 `D`"}
	OptPhoto     = Phrase{"a picture, the `FILE`, to be shown below the text", "文章の下に入れる画像 `FILE`"}
	NothingToAdd = Phrase{"there is no text to add", "書きたす文章がありません"}
	AddHint      = Phrase{"lifelog add the words of the entry", "lifelog add に続けて文章を書きます"}
	AddedTo      = Phrase{"added to %v", "%v に書きたしました"}
	TypeText     = Phrase{"write the text, then press Ctrl-D on a line of its own", "文章を入力し、最後に行の頭で Ctrl-D を押します"}
	NoInput      = Phrase{"standard input could not be read: %w", "標準入力を読み込めませんでした：%w"}
	InputTooLong = Phrase{"the text is longer than %d MB; nothing was added", "文章が %d MB を超えています。何も書きたしていません"}

	CommandRead = Command{
		Phrase{"show an entry, or a trip", "日記、または旅を表示する"},
		Phrase{`Shows today's log, that of another day, or the entry with the ID that list shows.
On a terminal it is rendered. Into a pipe or a file go its exact bytes.
With --trip, the newest trip (an entry with until: in its front matter) whose title holds
WORDS: its own text, then that of its days in their order, each below a heading.`,
			`今日の日記、ほかの日の日記、または list が示す ID の日記を表示します。
端末では読みやすく整えて、パイプやファイルへは元の内容をそのまま出力します。
--trip では、題名に WORDS を含む最新の旅（フロントマターに until: のある日記）を、
その文章、続いて期間中の日記を日付の順に、見出しをつけて表示します。`},
	}
	OptRaw     = Phrase{"the Markdown as it was written, also on a terminal", "端末でも Markdown のまま出力する"}
	OptTrip    = Phrase{"all days of the trip whose title holds `WORDS`", "題名に `WORDS` を含む旅のすべての日"}
	NoEntry    = Phrase{"there is no entry %v", "%v の日記はありません"}
	ListHint   = Phrase{"lifelog list shows the entries there are", "lifelog list で日記の一覧を見られます"}
	SameDay    = Phrase{"that day has %s", "その日には %s があります"}
	NoTripLike = Phrase{"no trip is called like %q", "題名に %q を含む旅はありません"}
	TripHint   = Phrase{"a trip is an entry with a line like until: 2022-05-08 in its front matter", "フロントマターに until: 2022-05-08 のような行のある日記が旅になります"}

	CommandList = Command{
		Phrase{"list all entries, or those found, newest first", "すべての日記、または見つかった日記を新しい順に並べる"},
		Phrase{`Lists the entries, newest first: ID and title, a line each. The ID is the date, with
the name behind it when the entry has one. With a query, only the entries that
lifelog search would find; if there is none the status is 1. Files that look like entries
and are none are left alone and named on standard error. With --json, one array of objects:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title, lead      the heading, and the first words below it
  path             the file`,
			`日記を新しい順に、ID と題名を一行ずつ並べます。ID は日付で、名前のある日記では
そのあとに名前が続きます。QUERY があれば lifelog search で見つかるものだけを並べ、
一つもなければ終了コードは 1 です。日記に似ていて日記ではないファイルには手をつけず、
標準エラー出力でその名前を示します。--json では次の項目の配列を出力します：
  id, date, name   2022-05-02-market なら、その ID と 2022-05-02 と market
  title, lead      見出しと、その下の最初のことば
  path             ファイル`},
	}
	NoneHolds   = Phrase{"no entry holds %q", "%q を含む日記はありません"}
	NoneYet     = Phrase{"there is no entry yet; lifelog add makes the first", "日記はまだありません。lifelog add で最初の日記を書けます"}
	LeftAlone   = Phrase{"left alone: %v", "開かずに残したファイル：%v"}
	CommandTags = Command{
		Phrase{"list the tags, with counts", "タグを件数とともに並べる"},
		Phrase{`Lists the tags, one in a line: how many entries have it or a tag below it, from when to
when, and the tag. lifelog search '#tag' finds these entries. When there are no tags the
status is 1. "lifelog tags rename OLD NEW" gives a tag another name in every entry, and with
it the tags below it; if there is a tag of that name both become one. It lists the lines that
change, as lifelog rename does. With --json, one array of objects:
  tag           as its newest entry spells it
  count         how many entries have it, or a tag below it
  first, last   the days of the first and the last of them
  years         how many of them are of each year`,
			`タグを一行に一つずつ並べます。そのタグか下位のタグのある日記の数、最初の日と最後の日、
タグの順です。その日記は lifelog search '#タグ' で見つかります。タグがなければ
終了コードは 1 です。「lifelog tags rename 古い名前 新しい名前」は、すべての日記のタグと
その下位のタグの名前を変えます。新しい名前のタグがもうあれば、一つになります。変わる行は
lifelog rename と同じように並べます。--json では次の項目の配列を出力します：
  tag           最も新しい日記での書き方
  count         そのタグか下位のタグのある日記の数
  first, last   最初の日と最後の日
  years         年ごとの数`},
	}
	TagsHint   = Phrase{"lifelog search '#tag' finds the entries of a tag", "lifelog search '#タグ' でタグのある日記が見つかります"}
	NoTagAtAll = Phrase{"no entry has a tag", "タグのある日記はありません"}

	CommandSearch = Command{
		Phrase{"find entries by words, dates, tags and more", "ことば、日付、タグなどで日記を探す"},
		Phrase{`Finds the entries that hold all the words, newest first, and shows the ID and the line
of the first match. Upper and lower case, full and half width, the two kanas and old and
new kanji are the same. A query may also have:
  "a phrase" 「…」       words in this order
  -word                 not this; before anything else too
  one OR two, one|two   either; ( ) around what belongs together
  #tag                  the tag, or one below it such as #tag/more
  2022-05 on:yesterday  a month, a day or days; from: to: before: after:
  title:word            in the title
  is:starred            has:photo  has:task  has:link
  mood:>3 place:Kyoto   values of the front matter
  /colou?r/             a regular expression
  trip:"PyCon"          on the days of an entry with until: and this title
What the shell would change needs single quotes: lifelog search '#tag mood:>3 "a phrase"'.
Fewer than 50 entries are followed by those that are only found by a looser comparison.
When nothing is found the status is 1, as with grep. With --json, one array of objects:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title            the heading
  line             the line of the first match
  marks            where in the line the words are: [[from, to], …] in code points
  at               where in the file the first match is, in bytes
  path             the file
  loose            true when it is found only by the looser comparison`,
			`すべてのことばを含む日記を新しい順に探し、ID と最初に一致した行を表示します。大文字と
小文字、全角と半角、ひらがなとカタカナ、新字体と旧字体は区別しません。ほかに次の書き方が
あります：
  「…」 "a phrase"      この並びのことば
  -ことば               含まない。ほかのどの書き方の前にも置ける
  一つ OR 二つ 一つ|二つ どちらか。まとまりは ( ) で囲む
  #タグ                 そのタグか、#タグ/詳細 のような下位のタグ
  2022-05 on:昨日       月や日、期間。from: to: before: after: も使える
  title:ことば          題名にある
  is:starred            has:photo  has:task  has:link
  mood:>3 place:京都    フロントマターの値
  /colou?r/             正規表現
  trip:"PyCon"          until: のあるこの題名の日記の期間
シェルに解釈される記号は一重引用符で囲みます：lifelog search '#タグ mood:>3 「ことば」'
見つかったのが 50 件より少なければ、表記のゆるい比較で見つかったものが続きます。
見つからなければ grep と同じく終了コードは 1 です。--json では次の項目の配列を出力します：
  id, date, name   2022-05-02-market なら、その ID と 2022-05-02 と market
  title            見出し
  line             最初に一致した行
  marks            行の中の一致の位置：[[始め, 終わり], …]（コードポイント単位）
  at               ファイルの中の最初の一致の位置（バイト単位）
  path             ファイル
  loose            ゆるい比較だけで見つかったときは true`},
	}
	OptCount      = Phrase{"only the number of entries found", "見つかった件数だけを出力する"}
	OptExplain    = Phrase{"say how the query is understood, and do not search", "検索せずに、検索のことばがどう解釈されるかを示す"}
	NewestOf      = Phrase{"these are the newest %d of %d entries", "%[2]d件のうち新しい%[1]d件です"}
	QueryHint     = Phrase{"lifelog help search tells how a query is written", "検索のことばの書き方は lifelog help search にあります"}
	NothingSought = Phrase{"there is nothing to search for", "探すことばがありません"}
	SearchUsage   = Phrase{"lifelog search the words to find", "lifelog search に続けて探すことばを書きます"}

	CommandStats = Command{
		Phrase{"count what is written, by day, month or year", "書いた量を日、月、年ごとに数える"},
		Phrase{`Counts all entries, or those that lifelog search would find: what there is, the longest
run of days with an entry and the one that goes on, a line for each month, and the numbers
of the front matter. A line has the time, the entries, the characters without white space,
the words of scripts that part them, and the days with an entry. When there is no entry
the status is 1. With --json, one object:
  entries, days, characters, words
  longest, current    runs, as {"from", "to", "days", "entries", "characters", "words"}, or null
  by_day              such stretches: each day with an entry
  by_month, by_year   all from the first to the last, also empty ones
  tags                the most used first: {"tag", "count", "by_month"}, the last as {"2022-05": 2}
  numbers             of each name in the front matter: {"name", "mean", "least", "most",
                      "without", "days"}; without is how many days between have none, and
                      days are the values as {"date", "value"}`,
			`すべての日記、または lifelog search で見つかる日記を数えます。全体の量、続けて書いた
最長の日数と今続いている日数、月ごとの行、フロントマターの数の順です。行には、期間、件数、
空白を除いた文字数、語数（空白で語を分ける文字だけ）、書いた日数が並びます。
日記がなければ終了コードは 1 です。--json では次の項目を出力します：
  entries, days, characters, words
  longest, current    連続。{"from", "to", "days", "entries", "characters", "words"} か null
  by_day              同じ形で、日記のある日ごと
  by_month, by_year   最初から最後まで、空の期間も含む
  tags                よく使う順に {"tag", "count", "by_month"}。最後は {"2022-05": 2} の形
  numbers             フロントマターの名前ごとに {"name", "mean", "least", "most",
                      "without", "days"}。without は間の記録のない日数、days は値で、
                      {"date", "value"} の配列`},
	}
	OptBy = Phrase{"a line for each `STRETCH`: day, month or year", "行の単位 `STRETCH`：day（日）、month（月）、year（年）"}

	CommandOnThisDay = Command{
		Phrase{"list what was written on this day in other years", "ほかの年のこの日に書いたものを並べる"},
		Phrase{`Lists the entries to be remembered today, or on another day: those of the same day of
every year before, those of the same weekday 1, 2, 5 and 10 years ago, and those 100, 500,
1,000 … days ago. One in a line: the ID, how long ago, and the title. When there is none it
says nothing and the status is 0, so that a shell can greet with it. With --json, one array:
  id, date, name   as in 2022-05-02-market: the ID, 2022-05-02 and market
  title            the heading
  ago, n           "years", "weekday" (n years ago) or "days", and how many
  path             the file`,
			`今日、またはほかの日に振り返る日記を並べます。これまでの年の同じ日、1、2、5、10 年前の
同じ曜日、100、500、1,000 … 日前のものです。一行に ID、どれほど前か、題名が並びます。
一つもなければ何も表示せず終了コードは 0 なので、シェルの起動時の挨拶に使えます。
--json では次の項目の配列を出力します：
  id, date, name   2022-05-02-market なら、その ID と 2022-05-02 と market
  title            見出し
  ago, n           "years"、"weekday"（n 年前の同じ曜日）、"days" のどれかと、その数
  path             ファイル`},
	}

	CommandEdit = Command{
		Phrase{"open an entry in your editor", "日記を自分のエディターで開く"},
		Phrase{`Opens the file of today's log, that of another day or the entry with the ID in $VISUAL,
else $EDITOR, else vi. What the editor does not save makes no file.`,
			`今日の日記、ほかの日の日記、または ID の日記のファイルを、$VISUAL、なければ $EDITOR、
それもなければ vi で開きます。エディターで保存しなければファイルはできません。`},
	}
	EditorFailedAs = Phrase{"the editor %q failed: %w", "エディター %q を実行できませんでした：%w"}
	EditorHint     = Phrase{"set EDITOR to the editor you like", "環境変数 EDITOR に使うエディターを設定してください"}

	CommandHistory = Command{
		Phrase{"show what an entry was before", "日記の以前の状態を表示する"},
		Phrase{`Lists the states that are kept of today's log, of that of another day or of the entry
with the ID, newest first: when, how many characters came and went, and why it was kept.
It need not exist any more. The times are those of the clock on the wall then. With --json, one
array of objects:
  at, time         as shown, and with the zone
  occasion         why it was kept: opening, writing, leaving, joining (before a change of another
                   program), foreign (what that had written), removing, recovering, restoring
  added, removed   characters, since the state before
  bytes            of the text`,
			`今日の日記、ほかの日の日記、または ID の日記の残っている状態を新しい順に並べます。時刻、
増えた文字数と減った文字数、残した理由の順です。日記がもうなくてもかまいません。時刻は
そのときの時計のものです。--json では次の項目の配列を出力します：
  at, time         表示どおりの時刻と、時差のついた時刻
  occasion         残した理由：opening（開いた）、writing（書いている）、leaving（離れた）、
                   joining（ほかのプログラムが変える前）、foreign（ほかのプログラムが書いた）、
                   removing（削除）、recovering（下書きの復元）、restoring（状態の復元）
  added, removed   前の状態から増えた文字数と減った文字数
  bytes            文章のバイト数`},
	}
	OptDiff      = Phrase{"with the lines that came and went", "増えた行と減った行も表示する"}
	OptHistoryAt = Phrase{"print the text as it was at `TIME`: a time as shown, 14:05, yesterday …", "`TIME` の文章を出力する：表示された時刻、14:05、昨日 など"}
	NothingKept  = Phrase{"nothing is kept of %v", "%v の履歴はありません"}
	KeptHint     = Phrase{"a state is kept when an entry is changed in lifelog", "履歴は lifelog で日記を変えたときに残ります"}
	NotThatEarly = Phrase{"nothing of %v is kept from before %s", "%v の %s より前の履歴はありません"}
	NoSuchTime   = Phrase{"%q is no time", "%q は時刻として読めません"}

	CommandRestore = Command{
		Phrase{"bring an entry back as it was", "日記を以前の状態に戻す"},
		Phrase{`Brings today's log, that of another day or the entry with the ID back as it was at TIME,
also when it was removed. What it is now is kept as a state, so this can be undone in the
same way. TIME is a time that lifelog history shows, 14:05 for one of today, or a day as in
yesterday, for the end of it, or both: "yesterday 14:05".`,
			`今日の日記、ほかの日の日記、または ID の日記を TIME の状態に戻します。削除した日記も
戻せます。戻す前の状態も履歴に残るので、同じように取り消せます。TIME は lifelog history が
示す時刻、今日の 14:05、昨日のような日（その日の終わり）、またはその両方「昨日 14:05」です。`},
	}
	OptRestoreAt  = Phrase{"as it was at `TIME`", "`TIME` の状態に戻す"}
	AsOfWhen      = Phrase{"--at says as of when", "いつの状態に戻すかを --at で指定します"}
	TimesHint     = Phrase{"lifelog history %v shows the times", "時刻は lifelog history %v で見られます"}
	RestoredTo    = Phrase{"%v is as it was %s", "%v を %s の状態に戻しました"}
	RestoreBeside = Phrase{"another program changed %v meanwhile; what it wrote is kept in %s", "その間にほかのプログラムが %v を変えました。その内容は %s に残してあります"}

	CommandRename = Command{
		Phrase{"give an entry another name or day", "日記の名前や日付を変える"},
		Phrase{`Gives the log of a day, or the entry with the ID, another name: a whole ID, a day in any
way that dates are written, or a name on the same day. The links to it lead there, and its
own to pictures and other files stay right. Lists the lines that change: where, what stood
there, and what does now. Nothing takes the place of another entry. What each entry was is
in its history. With --dry-run nothing changes. With --json, one array of objects:
  id, line         where, by the name before
  was, is          the line`,
			`その日の日記、または ID の日記の名前を変えます。新しい名前は、ID、日付、または同じ日の名前の
どれかで書きます。リンクはついてきて、画像などへのパスもそのまま使えます。変わる行を、場所、
前の内容、新しい内容の順に並べます。ほかの日記に上書きすることはありません。前の状態は履歴に
残ります。--dry-run では何も変えません。--json では次の項目の配列を出力します：
  id, line         場所（変更前の名前）
  was, is          その行`},
	}
	RenameWhat     = Phrase{"which entry, and what is it to be called?", "どの日記を、どんな名前にしますか"}
	RenameUsage    = Phrase{"lifelog rename 2022-05-02 packing, or lifelog rename 2022-05-02-packing yesterday", "lifelog rename 2022-05-02 旅のしたく や lifelog rename 2022-05-02-旅のしたく 昨日 のように書きます"}
	RenameTagWhat  = Phrase{"which tag, and what is it to be called?", "どのタグを、どんな名前にしますか"}
	RenameTagUsage = Phrase{"lifelog tags rename trip travel", "lifelog tags rename 旅 旅行 のように書きます"}
	RenamedTo      = Phrase{"%v is called %v now; lifelog rename %v %v takes it back", "%v を %v に変えました。lifelog rename %v %v で元に戻せます"}
	TagRenamed     = Phrase{"#%s is called #%s now; lifelog history shows what each entry was", "#%s を #%s に変えました。前の状態は lifelog history で見られます"}
	NoTagToBe      = Phrase{"%q cannot be a tag", "%q はタグになりません"}
	NoSuchTag      = Phrase{"no entry has the tag #%s", "タグ #%s のある日記はありません"}
	TagsHintAll    = Phrase{"lifelog tags lists the tags", "タグの一覧は lifelog tags で見られます"}
	PutBackFirst   = Phrase{"what was typed in %v and not saved is put back first", "%v に、保存されていなかった入力を先に戻しました"}
	OptDryRun      = Phrase{"show what would change, and change nothing", "変わる行を表示するだけで、何も変えない"}
	NothingChanged = Phrase{"nothing is changed; without --dry-run it is", "何も変えていません。--dry-run を外すと変えます"}

	CommandRemove = Command{
		Phrase{"put an entry into the trash", "日記をゴミ箱へ移す"},
		Phrase{`Puts the log of a day, or the entry with the ID, into the trash, and with it the pictures
that nothing else shows. For 90 days lifelog trash shows it, and brings all back.`,
			`その日の日記、または ID の日記を、ほかで使っていない画像とともにゴミ箱へ移します。
90 日のあいだは lifelog trash で見られ、元に戻せます。`},
	}
	WhichEntry   = Phrase{"which entry?", "どの日記ですか"}
	RemoveHint   = Phrase{"lifelog remove today, or the ID that lifelog list shows", "lifelog remove today か、lifelog list が示す ID を書きます"}
	NothingOn    = Phrase{"nothing is written on %v", "%v には何も書かれていません"}
	MovedToTrash = Phrase{"%v is in the trash; lifelog trash restore %v brings it back", "%v をゴミ箱へ移しました。lifelog trash restore %v で元に戻せます"}

	CommandTrash = Command{
		Phrase{"show what was removed, or bring it back", "削除した日記を表示する、または元に戻す"},
		Phrase{`Lists the entries in the trash, what was removed last first: when that was, the ID and
the title. "lifelog trash restore ID" brings back the one that was removed last of this ID. If
another text has its name by now both stay, and it gets a number. After 90 days an entry
leaves the trash. With --json, one array of objects:
  id, date, name   as lifelog list has them
  removed          when
  title            the heading
  bytes            of the text`,
			`ゴミ箱の日記を、最後に削除したものから順に、削除した時刻、ID、題名と並べます。
「lifelog trash restore ID」で、その ID の最後に削除した日記を元に戻します。同じ名前の日記が
もうあれば、どちらも残し、戻した方に番号をつけます。90 日たつとゴミ箱からも消えます。
--json では次の項目の配列を出力します：
  id, date, name   lifelog list と同じ
  removed          削除した時刻
  title            見出し
  bytes            文章のバイト数`},
	}
	NoTrashCommand = Phrase{"%q is nothing to do with the trash", "ゴミ箱に %q という使い方はありません"}
	TrashUsage     = Phrase{"lifelog trash, or lifelog trash restore ID", "lifelog trash か lifelog trash restore ID と書きます"}
	NotInTrash     = Phrase{"%v is not in the trash", "%v はゴミ箱にありません"}
	TrashHint      = Phrase{"lifelog trash shows what is; lifelog history shows earlier states", "ゴミ箱の中身は lifelog trash、以前の状態は lifelog history で見られます"}
	BackBeside     = Phrase{"there is another %v by now, so it is called %v", "%v はもう別にあるので、%v という名前にしました"}
	BackAgain      = Phrase{"%v is back", "%v を元に戻しました"}

	CommandDoctor = Command{
		Phrase{"say what is wrong with the journal, and what would mend it", "日記の問題と直し方を示す"},
		Phrase{`Looks through the journal and what is kept of it outside: front matter that cannot be
read, two files of one entry, other texts of an entry, pictures that are missing or that no
entry shows, links that lead nowhere, what saves that were cut short left, folders that
others can look into, drafts and earlier states that cannot be read. It changes nothing.
With --fix it mends what can be mended without you, and says so: what saves left, the
folders, the earlier states. The status is 1 while something is left. With --json, one array
of objects:
  fault            what kind it is, as in missing-picture
  id, path         of the entry, if it is in one, and of the file
  detail           the target of the link, the reason and the like
  what, mend       both in words
  mendable         whether --fix mends it
  mended           whether it did`,
			`日記と、フォルダーの外に残しているものを調べます。読み取れないフロントマター、一つの日記の
二つのファイル、別の内容のファイル、ない画像、どの日記にもない画像、行き先のないリンク、
途中で終わった保存の残り、ほかの利用者が見られるフォルダー、読み取れない下書きと履歴です。
何も変えません。--fix をつけると、人の手のいらないもの（保存の残り、フォルダー、履歴）を
直し、そう伝えます。問題が残っているあいだ終了コードは 1 です。--json では次の項目の配列を
出力します：
  fault            問題の種類（例：missing-picture）
  id, path         日記の中にあればその ID と、ファイル
  detail           リンク先や理由など
  what, mend       問題と直し方のことば
  mendable         --fix で直せるか
  mended           直したか`},
	}
	OptFix  = Phrase{"mend what can be mended", "直せるものを直す"}
	AllWell = Phrase{"nothing is wrong", "問題はありません"}

	CommandPath = Command{
		Phrase{"say which file an entry is", "日記のファイルの場所を示す"},
		Phrase{`Prints the path of the file of today's log, that of another day or the entry with the
ID, for other programs: less "$(lifelog path yesterday)". The file need not exist.`,
			`今日の日記、ほかの日の日記、または ID の日記のファイルの場所を、ほかのプログラムのために
出力します：less "$(lifelog path 昨日)"。ファイルはまだなくてもかまいません。`},
	}

	CommandConfig = Command{
		Phrase{"show the settings in force, or write a file of them", "効いている設定を表示する、または設定ファイルを書く"},
		Phrase{`Shows every setting as the settings file may have it, and what it comes from: the
default, a line of the file, or a variable of the environment. Status 1 if something in
the file is wrong.`,
			`すべての設定を設定ファイルに書ける形で表示し、何によるものかを示します。既定、ファイルの行、
環境変数のどれかです。ファイルに誤りがあれば終了コードは 1 です。`},
	}
	OptInit    = Phrase{"write a settings file with every setting explained, unless there is one", "すべての設定に説明のついた設定ファイルを書く（まだなければ）"}
	InitJSON   = Phrase{"--init and --json do not go together", "--init と --json は同時に使えません"}
	ConfigHint = Phrase{"lifelog config shows what is in force", "効いている設定は lifelog config で見られます"}
	ByWrong    = Phrase{"--by is %q", "--by に %q は指定できません"}
	ByHint     = Phrase{"it can be day, month or year", "day、month、year のどれかです"}
)

// What lifelog stats prints: the rows at the top and at the end, and what stands
// above the columns, which is as wide as in English at most.
var (
	TotalEntries    = Phrase{"%5d  entries", "%5d 件の日記"}
	TotalDays       = Phrase{"%5d  days with an entry, %v to %v", "%5d 日に日記あり、%v から %v まで"}
	TotalCharacters = Phrase{"%5d  characters", "%5d 文字"}
	TotalWords      = Phrase{"%5d  words", "%5d 語"}
	TotalLongest    = Phrase{"%5d  days in the longest run, %v to %v", "%5d 日連続が最長、%v から %v まで"}
	TotalCurrent    = Phrase{"%5d  days in the run that goes on", "%5d 日連続で続いている"}
	TotalNumbers    = Phrase{"%5d  days with %s, mean %s, %s to %s, %d days between without", "%5d 日に%sあり、平均 %s、%s から %s まで、間の記録のない日 %d日"}

	ColumnDay   = Phrase{"day", "日"}
	ColumnMonth = Phrase{"month", "月"}
	ColumnYear  = Phrase{"year", "年"}
	ColumnDays  = Phrase{"days", "日数"}
)
