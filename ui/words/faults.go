package words

import (
	"maps"
	"reflect"
	"slices"
	"strings"
)

// Fault is something in a file of a person's settings that cannot be used.
type Fault struct {
	Line int // from 1; 0 when it is about no line
	What Phrase
	Args []any // for What; a Fault among them is said in the same language
}

// Is reports whether two faults say the same.
func (f Fault) Is(g Fault) bool { return reflect.DeepEqual(f, g) }

// What can be wrong in settings.
var (
	AtLine = Phrase{"line %d: %s", "%d行目：%s"}

	NoTOML        = Phrase{"%s; what stands below is not read", "%s。これより下は読み込みません"}
	NoSuchSetting = Phrase{"there is no setting %s%s", "%s という設定はありません%s"}
	SetTwice      = Phrase{"%s is set in line %d already", "%s は%d行目にもう書かれています"}
	BadSetting    = Phrase{"%s is %s; it can be %s", "%s が %s です。使える値は %s です"}
	BadKeys       = Phrase{"%s is no list of keys; write it like search = [\"ctrl+f\", \"/\"]", "%s がキーの一覧ではありません。search = [\"ctrl+f\", \"/\"] のように書きます"}

	NoSuchCommand = Phrase{"there is no command “%s”%s", "「%s」というコマンドはありません%s"}
	NoSuchPlace   = Phrase{"keys hold in no place called “%s”%s", "「%s」という場所はありません%s"}
	NoSuchKey     = Phrase{"there is no key “%s”; keys are written like \"ctrl+f\", \"f4\", \"G\"", "「%s」というキーはありません。\"ctrl+f\"、\"f4\"、\"G\" のように書きます"}
	NotInPlace    = Phrase{"the command %s means nothing in %s", "コマンド %s は %s では使えません"}
	KeyTaken      = Phrase{"%s was the key of %s, which has it no more; give that another key, or [] to say that it needs none", "%s は %s のキーでしたが、こちらに移しました。%[2]s に別のキーを割り当てるか、不要なら [] と書きます"}
	KeyGiven      = Phrase{"%s is the key of %s already, by line %d", "%s は %s のキーです（%d行目）"}
	InFile        = Phrase{"%s: %s", "%s：%s"}
	NoSuchTheme   = Phrase{"theme is “%s”, which is neither %s nor a file that can be read: %s", "theme が「%s」ですが、%s でも、読めるファイルでもありません：%s"}
	NoSuchColour  = Phrase{"a theme has no colour %s%s", "%s という色はありません%s"}
	BadColour     = Phrase{"%s is %s; write it like \"#e8a26a\"", "%s が %s です。\"#e8a26a\" のように書きます"}
	Or            = Phrase{"%s or %s", "%s か %s"}
	ZeroOrLeast   = Phrase{"0, or %d and more", "0 か %d 以上の数"}
	SomeClock     = Phrase{"a time of the night from \"00:00\" to \"11:59\"", "\"00:00\" から \"11:59\" までの時刻"}
	SomeSize      = Phrase{"0, or a size as in \"200MB\"", "0 か、\"200MB\" のような大きさ"}
	SomeText      = Phrase{"a text in quotes", "引用符で囲んだ文字列"}
	DidYouMean    = Phrase{"; did you mean “%s”?", "。「%s」のことですか？"}
)

// Near returns, as an argument of a fault, the question whether the nearest of
// the names was meant; it says nothing when none is near.
func Near(name string, names map[string]bool) any {
	best := Nearest(name, slices.Sorted(maps.Keys(names)))
	if best == "" {
		return ""
	}
	return Fault{What: DidYouMean, Args: []any{best}}
}

// OneOf returns, as an argument of a fault, what can be chosen.
func OneOf(list []string) any {
	last := len(list) - 1
	if last < 1 {
		return strings.Join(list, "")
	}
	return Fault{What: Or, Args: []any{strings.Join(list[:last], ", "), list[last]}}
}

// Fault says what is wrong, and in which line.
func (l Lang) Fault(f Fault) string {
	args := slices.Clone(f.Args)
	for i, a := range args {
		if part, ok := a.(Fault); ok {
			args[i] = l.Fault(part)
		}
	}
	said := l.Say(f.What, args...)
	if f.Line > 0 {
		said = l.Say(AtLine, f.Line, said)
	}
	return said
}

// Nearest returns the one of names that a mistyped name is nearest to, "" when
// none is near.
func Nearest(name string, names []string) string {
	best, least := "", 3 // a name that takes this many changes is another word
	for _, n := range names {
		if d := changes([]rune(name), []rune(n)); d < least && d < len(n) {
			best, least = n, d
		}
	}
	return best
}

// changes counts the letters to put in, take out or replace to make b of a:
// the Levenshtein distance.
func changes(a, b []rune) int {
	row := make([]int, len(b)+1) // the distances of a[:i] to every b[:j]
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			here := min(row[j], row[j+1]) + 1
			if x == y {
				here = min(here, diagonal)
			} else {
				here = min(here, diagonal+1)
			}
			diagonal, row[j+1] = row[j+1], here
		}
	}
	return row[len(b)]
}
