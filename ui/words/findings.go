package words

import (
	"strings"

	"lifelog/journal"
)

// finding is how a fault is said: what the kind is called, what is wrong, with
// the detail, and what would mend it: where the program does, what makes it do
// so stands first in the sentence, and done is what it did.
type finding struct{ kind, what, mend, done Phrase }

var findings = map[journal.Fault]finding{
	journal.BadFront: {
		kind: Phrase{"Front matter", "フロントマター"},
		what: Phrase{"the front matter cannot be read: %s", "フロントマターを読み取れません：%s"},
		mend: Phrase{"edit the lines between the two ---", "二つの --- のあいだの行を直してください"},
	},
	journal.Twin: {
		kind: Phrase{"Two files of one entry", "同じ日の日記が二つ"},
		what: Phrase{"is the same entry as %s, which is the one that is shown", "%s と同じ日の日記です。表示されるのはそちらだけです"},
		mend: Phrase{"put the text of this file into that one, and remove this file", "内容をそちらへ移してから、このファイルを削除してください"},
	},
	journal.OtherText: {
		kind: Phrase{"Two texts of an entry", "二つの内容がある日記"},
		what: Phrase{"is another text of %s", "%s のもう一つの内容です"},
		mend: Phrase{"open that entry; F10 shows both and keeps what you choose", "その日記を開き、F10 で見比べて残す方を選べます"},
	},
	journal.LeftAlone: {
		kind: Phrase{"Left alone", "開かずに残したファイル"},
		what: Phrase{"is left alone: it %s", "開かずに残してあります：%s"},
		mend: Phrase{"rename or move the file", "ファイルの名前か場所を変えてください"},
	},
	journal.MissingPicture: {
		kind: Phrase{"Pictures that are not there", "見つからない画像"},
		what: Phrase{"the picture %s is not there", "画像 %s が見つかりません"},
		mend: Phrase{"put the file back, or take the line out", "ファイルを戻すか、その行を消してください"},
	},
	journal.OrphanedPicture: {
		kind: Phrase{"Pictures that no entry shows", "使われていない画像"},
		what: Phrase{"no entry shows this picture%s", "どの日記にも使われていない画像です%s"},
		mend: Phrase{"show it in an entry, or remove the file", "日記に入れるか、ファイルを削除してください"},
	},
	journal.DanglingLink: {
		kind: Phrase{"Links that lead nowhere", "行き先のないリンク"},
		what: Phrase{"the link %s leads to no entry", "リンク %s の先に日記がありません"},
		mend: Phrase{"write that entry, or change the link", "その日記を書くか、リンクを直してください"},
	},
	journal.StrayFile: {
		kind: Phrase{"Left by saves that were cut short", "途中で終わった保存の残り"},
		what: Phrase{"was left by a save that was cut short%s", "途中で終わった保存の残りです%s"},
		mend: Phrase{"%s removes it; a text in it that is nowhere else is kept", "%s で片づけます。ほかにない内容は残します"},
		done: Phrase{"what saves had left is removed", "保存の残りを片づけました"},
	},
	journal.OpenToOthers: {
		kind: Phrase{"Open to others", "ほかの利用者に見える場所"},
		what: Phrase{"others on this machine can look into this folder%s", "このコンピューターのほかの利用者が見られるフォルダーです%s"},
		mend: Phrase{"%s leaves it to you alone (chmod o-rwx)", "%s で自分だけが見られるようにします（chmod o-rwx）"},
		done: Phrase{"you alone can look into it now", "自分だけが見られるようにしました"},
	},
	journal.DamagedDraft: {
		kind: Phrase{"Drafts", "下書き"},
		what: Phrase{"is a draft that cannot be read%s", "読み取れない下書きです%s"},
		mend: Phrase{"look into the file for words of yours, then remove it", "ファイルの中に必要な文章がないか確かめてから、削除してください"},
	},
	journal.DamagedHistory: {
		kind: Phrase{"Earlier states", "履歴"},
		what: Phrase{"some earlier states of this entry cannot be read%s", "この日記の履歴の一部を読み取れません%s"},
		mend: Phrase{"%s forgets these; the others stay", "%s で読めない部分だけを取り除きます"},
		done: Phrase{"what could not be read is forgotten, the other states are there", "読めない部分を取り除きました。ほかの履歴は残っています"},
	},
	journal.LostHistory: {
		kind: Phrase{"Earlier states", "履歴"},
		what: Phrase{"none of the earlier states of this entry can be read%s", "この日記の履歴を読み取れません%s"},
		mend: Phrase{"a later version of lifelog may be able to; the entry itself is whole", "新しい版の lifelog なら読めることがあります。日記そのものは無事です"},
	},
}

// Finding says what is wrong, and what would mend it; by is what has the program
// mend what it can, as "--fix".
func (l Lang) Finding(f journal.Finding, by string) (what, mend string) {
	said := findings[f.Fault]
	return l.Say(said.what, l.Why(f.Detail)), strings.Replace(l.Say(said.mend), "%s", by, 1)
}

// Kind is what faults of one kind are called together.
func (l Lang) Kind(f journal.Fault) string { return l.Say(findings[f].kind) }

// Mended says what was done about a fault.
func (l Lang) Mended(f journal.Fault) string { return l.Say(findings[f].done) }
