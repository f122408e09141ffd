package words

import (
	"reflect"
	"slices"
)

// Fault is something in a file of a person's settings that cannot be used.
type Fault struct {
	Line int // from 1; 0 when it is about no line
	What Phrase
	Args []any
}

// Is reports whether two faults say the same.
func (f Fault) Is(g Fault) bool { return reflect.DeepEqual(f, g) }

// What can be wrong in settings.
var (
	AtLine = Phrase{"line %d: %s", "%d行目：%s"}

	NoSuchCommand = Phrase{"there is no command “%s”%s", "「%s」というコマンドはありません%s"}
	NoSuchPlace   = Phrase{"keys hold in no place called “%s”%s", "「%s」という場所はありません%s"}
	NoSuchKey     = Phrase{"there is no key “%s”; keys are written like \"ctrl+f\", \"f4\", \"G\"", "「%s」というキーはありません。\"ctrl+f\"、\"f4\"、\"G\" のように書きます"}
	NotInPlace    = Phrase{"the command %s means nothing in %s", "コマンド %s は %s では使えません"}
	KeyTaken      = Phrase{"%s was the key of %s, which has it no more; give that another key, or [] to say that it needs none", "%s は %s のキーでしたが、こちらに移しました。%[2]s に別のキーを割り当てるか、不要なら [] と書きます"}
	KeyGiven      = Phrase{"%s is the key of %s already, by line %d", "%s は %s のキーです（%d行目）"}
	DidYouMean    = Phrase{"; did you mean “%s”?", "。「%s」のことですか？"}
)

// near is the part of a fault that says which name may have been meant.
type near string

// Near returns, as an argument of a fault, the question whether the nearest of
// the names was meant; it says nothing when none is near.
func Near(name string, names map[string]bool) any {
	var sorted []string
	for n := range names {
		sorted = append(sorted, n)
	}
	slices.Sort(sorted)
	return near(Nearest(name, sorted))
}

// Fault says what is wrong, and in which line.
func (l Lang) Fault(f Fault) string {
	args := slices.Clone(f.Args)
	for i, a := range args {
		switch a := a.(type) {
		case near:
			args[i] = ""
			if a != "" {
				args[i] = l.Say(DidYouMean, string(a))
			}
		case Phrase:
			args[i] = l.Say(a)
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
