package words

import "lifelog/journal"

// finding is how a fault is said: what is wrong, with the detail, and what
// would mend it.
type finding struct{ what, mend Phrase }

var findings = map[journal.Fault]finding{
	journal.BadFront: {
		Phrase{"the front matter cannot be read: %s", "フロントマターを読み取れません：%s"},
		Phrase{"edit the lines between the two ---", "二つの --- のあいだの行を直してください"}},
	journal.Twin: {
		Phrase{"is the same entry as %s, which is the one that is shown", "%s と同じ日の日記です。表示されるのはそちらだけです"},
		Phrase{"put the text of this file into that one, and remove this file", "内容をそちらへ移してから、このファイルを削除してください"}},
	journal.OtherText: {
		Phrase{"is another text of %s", "%s のもう一つの内容です"},
		Phrase{"open that entry; F10 shows both and keeps what you choose", "その日記を開き、F10 で見比べて残す方を選べます"}},
	journal.LeftAlone: {
		Phrase{"is left alone: it %s", "開かずに残してあります：%s"},
		Phrase{"rename or move the file", "ファイルの名前か場所を変えてください"}},
	journal.MissingPicture: {
		Phrase{"the picture %s is not there", "画像 %s が見つかりません"},
		Phrase{"put the file back, or take the line out", "ファイルを戻すか、その行を消してください"}},
	journal.OrphanedPicture: {
		Phrase{"no entry shows this picture%s", "どの日記にも使われていない画像です%s"},
		Phrase{"show it in an entry, or remove the file", "日記に入れるか、ファイルを削除してください"}},
	journal.DanglingLink: {
		Phrase{"the link %s leads to no entry", "リンク %s の先に日記がありません"},
		Phrase{"write that entry, or change the link", "その日記を書くか、リンクを直してください"}},
	journal.StrayFile: {
		Phrase{"was left by a save that was cut short%s", "途中で終わった保存の残りです%s"},
		Phrase{"--fix removes it; a text in it that is nowhere else is kept", "--fix で片づけます。ほかにない内容は残します"}},
	journal.OpenToOthers: {
		Phrase{"others on this machine can look into this folder%s", "このコンピューターのほかの利用者が見られるフォルダーです%s"},
		Phrase{"--fix leaves it to you alone (chmod o-rwx)", "--fix で自分だけが見られるようにします（chmod o-rwx）"}},
	journal.DamagedDraft: {
		Phrase{"is a draft that cannot be read%s", "読み取れない下書きです%s"},
		Phrase{"look into the file for words of yours, then remove it", "ファイルの中に必要な文章がないか確かめてから、削除してください"}},
	journal.DamagedHistory: {
		Phrase{"some earlier states of this entry cannot be read%s", "この日記の履歴の一部を読み取れません%s"},
		Phrase{"--fix forgets these; the others stay", "--fix で読めない部分だけを取り除きます"}},
}

// Finding says what is wrong, and what would mend it.
func (l Lang) Finding(f journal.Finding) (what, mend string) {
	said := findings[f.Fault]
	return l.Say(said.what, f.Detail), l.Say(said.mend)
}
