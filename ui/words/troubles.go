package words

import (
	"errors"
	"strings"

	"lifelog/journal"
)

// troubles say why the disk could not do something, and what to do next.
var troubles = map[journal.Cause]Phrase{
	journal.Forbidden:    {"no permission for %s; check the owner and the mode of it and of its folder with ls -ld", "%s を扱う権限がありません。ls -ld で、それとフォルダーの持ち主と権限を確かめてください"},
	journal.Protected:    {"%s is write-protected; chmod u+w makes it writable", "%s は書き込みできないようになっています。chmod u+w で書き込めるようにしてください"},
	journal.DiskFull:     {"the disk is full; free some space", "ディスクに空きがありません。不要なものを消して空きを作ってください"},
	journal.QuotaFull:    {"your share of the disk is used up; remove something", "ディスクの割り当て（quota）を使い切りました。不要なものを消してください"},
	journal.ReadOnly:     {"the disk can only be read; mount it for writing", "ディスクが読み取り専用になっています。書き込めるようにマウントしなおしてください"},
	journal.DiskFailed:   {"the disk could not read or write; it may be failing, so copy the journal to another one", "ディスクの読み書きに失敗しました。故障かもしれません。日記を別のディスクに写してください"},
	journal.NoAnswer:     {"the disk does not answer", "ディスクが応答しません"},
	journal.ManyOpen:     {"too many files are open; close some programs", "開いているファイルが多すぎます。ほかのプログラムを閉じてください"},
	journal.NoFolder:     {"%s is not a folder; move it away", "%s はフォルダーではありません。別の場所に移してください"},
	journal.Huge:         {"%s is too large", "%s が大きすぎます"},
	journal.NotFetched:   {"%s has not arrived yet; wait until it is downloaded", "%s の中身がまだ届いていません。ダウンロードが終わるまで待ってください"},
	journal.KeepChanging: {"another program goes on changing it; try again when that has finished", "ほかのプログラムが書き換えつづけています。終わってからもう一度試してください"},
}

// What happened to an entry, or to a file, that is not as it was.
var (
	ChangedMeanwhile = Phrase{"another program changed it meanwhile", "その間にほかのプログラムが変更しました"}
	RemovedMeanwhile = Phrase{"another program removed it meanwhile", "その間にほかのプログラムが削除しました"}
	NotThere         = Phrase{"it is not there any more", "もうありません"}
	TheFolder        = Phrase{"the folder", "フォルダー"}
)

// whys say why a path is left alone.
var whys = map[string]Phrase{
	journal.IsFolder:    {journal.IsFolder, "ファイルではなくフォルダーです"},
	journal.IsPipe:      {journal.IsPipe, "ファイルではなく名前付きパイプです"},
	journal.IsSocket:    {journal.IsSocket, "ファイルではなくソケットです"},
	journal.IsDevice:    {journal.IsDevice, "ファイルではなくデバイスです"},
	journal.IsNoFile:    {journal.IsNoFile, "ふつうのファイルではありません"},
	journal.IsClosed:    {journal.IsClosed, "読み取る権限のないフォルダーです。chmod u+rwx で読めるようにしてください"},
	journal.LinksNot:    {journal.LinksNot, "リンクの先に何もありません"},
	journal.LinksRound:  {journal.LinksRound, "リンクをたどれません"},
	journal.LinksOut:    {journal.LinksOut, "リンクの先が日記のフォルダーの外です"},
	journal.LinksNoFile: {journal.LinksNoFile, "リンクの先がファイルではありません"},
}

// Why says why a path is left alone.
func (l Lang) Why(why string) string {
	if phrase, known := whys[why]; known {
		return l.Say(phrase)
	}
	return why
}

// Odd names a path that is left alone, and says why.
func (l Lang) Odd(odd *journal.Odd) string {
	if l == Japanese {
		return odd.Path + "：" + l.Why(odd.Why)
	}
	return odd.Error()
}

// Reason says why something was not done, without what that was. Errors of
// which nothing is known are said as they are.
func (l Lang) Reason(err error) string {
	var trouble *journal.Trouble
	var odd *journal.Odd
	var conflict *journal.Conflict
	switch {
	case errors.As(err, &odd):
		return l.Odd(odd)
	case errors.As(err, &conflict) && conflict.Theirs.Rev == "":
		return l.Say(RemovedMeanwhile)
	case errors.As(err, &conflict):
		return l.Say(ChangedMeanwhile)
	case errors.Is(err, journal.ErrHistoryLate):
		return l.Say(troubles[journal.NoAnswer])
	case !errors.As(err, &trouble):
		return err.Error()
	}
	phrase, known := troubles[trouble.Cause]
	switch name := trouble.Name; {
	case !known:
		return trouble.Err.Error()
	case !strings.Contains(phrase.en, "%s"):
		return l.Say(phrase)
	case name == "" || name == ".":
		return l.Say(phrase, l.Say(TheFolder))
	default:
		return l.Say(phrase, name)
	}
}
