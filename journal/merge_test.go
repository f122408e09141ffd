package journal

import (
	"math/rand/v2"
	"os"
	"strings"
	"testing"
)

func TestMerge(t *testing.T) {
	for _, c := range []struct {
		name, base, ours, theirs, merged string
		clean                            bool
	}{
		{"nothing", "a\n", "a\n", "a\n", "a\n", true},
		{"only ours", "a\n", "a\nb\n", "a\n", "a\nb\n", true},
		{"only theirs", "a\n", "a\n", "a\nb\n", "a\nb\n", true},
		{"the same on both sides", "a\n", "a\nb\n", "a\nb\n", "a\nb\n", true},
		{"both append", "a\n", "a\nours\n", "a\ntheirs\n", "a\nours\ntheirs\n", true},
		{"a day begun twice", "", "ours\n", "theirs\n", "ours\n\ntheirs\n", true},
		{"begun with and without an end", "", "ours", "theirs", "ours\n\ntheirs", true},
		{"begun with a section", "", "ours\n", "\n## 18:20\n\ntheirs\n", "ours\n\n## 18:20\n\ntheirs\n", true},
		{"begun with CRLF", "", "ours\r\n", "theirs\r\n", "ours\r\n\r\ntheirs\r\n", true},
		{"begun with front matter", "", "ours\n", "---\ntz: UTC\n---\n", "---\ntz: UTC\n---\n\nours\n", true},
		{"front matter on both sides", "", "---\na: 1\n---\n", "---\nb: 2\n---\n", "---\na: 1\n---\n", false},
		{"begun, and gone on with", "", "ours", "ours and more\n", "ours and more\n", true},
		{"a blank page begun", "\n", "ours\n", "theirs\n", "ours\n\ntheirs\n", true},
		{"no last newline", "a", "a\nours", "a\ntheirs", "a\nours\ntheirs", true},
		{"one last newline", "a", "a\nours\n", "a\ntheirs", "a\nours\ntheirs", true},
		{"the last newline taken away", "a\nb\n", "x\na\nb\n", "a\nb", "x\na\nb", true},
		{"a last line without its newline", "a\n", "a\nours", "a\ntheirs\n", "a\nours\ntheirs\n", true},
		{"CRLF", "a\r\n", "a\r\nours\r\n", "a\r\ntheirs", "a\r\nours\r\ntheirs", true},
		{"apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n", true},
		{"the same line", "a\nb\nc\n", "a\nours\nc\n", "a\ntheirs\nc\n", "a\nours\nc\n", false},
		{"edited and deleted", "a\nb\nc\n", "a\nB\nc\n", "a\nc\n", "a\nB\nc\n", false},
		{"one of two tasks alike", "- m\n- m\n", "- m\n", "- [x] m\n- m\n", "- m\n", false},
		{"below one of two headings alike", "# h\na\n# h\nb\n", "# h\nb\n", "# h\na\nmore\n# h\nb\n", "# h\nb\n", false},
		{"far from the lines that are alike", "- m\n- m\n\nend\n", "- m\n\nend\n", "- m\n- m\n\nEND\n", "- m\n\nEND\n", true},
		{"blank lines are all alike", "a\n\nb\n\nc\n", "a\n\nc\n", "a\n\nb\n\nC\n", "a\n\nC\n", true},
		{"invalid UTF-8", "a\xff\n", "a\xff\nours\n", "\xfe\na\xff\n", "\xfe\na\xff\nours\n", true},
	} {
		merged, clean := Merge(c.base, c.ours, c.theirs)
		if merged != c.merged || clean != c.clean {
			t.Errorf("%s: Merge = %q, %v, want %q, %v", c.name, merged, clean, c.merged, c.clean)
		}
	}
}

// lines are few and alike, so that random texts repeat them.
func randomText(r *rand.Rand) string {
	var b strings.Builder
	for range r.IntN(8) {
		b.WriteString([]string{"", "a", "b", "雨", "- [ ] a", "## 18:20"}[r.IntN(6)] + "\n")
	}
	return strings.TrimSuffix(b.String(), strings.Repeat("\n", r.IntN(2)))
}

// change returns text with a few lines put in or taken out. What is put in
// carries a mark that no other line has.
func change(r *rand.Rand, text, mark string) (changed string, added []string) {
	lines := strings.SplitAfter(text, "\n")
	for n := range r.IntN(3) {
		at := r.IntN(len(lines))
		if r.IntN(3) == 0 {
			lines = append(lines[:at:at], lines[at+1:]...)
			lines = append(lines, "")
			continue
		}
		line := mark + string(rune('0'+n))
		lines = append(lines[:at:at], append([]string{line + "\n"}, lines[at:]...)...)
		added = append(added, line)
	}
	return strings.Join(lines, ""), added
}

// rounds is how often something is tried: many times when $LIFELOG_LONG is set,
// as .ci/reliability does.
func rounds(few, many int) int {
	if os.Getenv("LIFELOG_LONG") != "" {
		return many
	}
	return few
}

func TestMergeLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range rounds(20_000, 1_000_000) {
		base := randomText(r)
		ours, ourLines := change(r, base, "ours")
		theirs, theirLines := change(r, base, "theirs")
		merged, clean := Merge(base, ours, theirs)
		if _, again := Merge(base, theirs, ours); again != clean {
			t.Fatalf("Merge(%q, %q, %q) is clean only one way round", base, ours, theirs)
		}
		if !clean {
			if merged != ours {
				t.Fatalf("Merge(%q, %q, %q) = %q, want ours where it is not clean", base, ours, theirs, merged)
			}
			continue
		}
		for _, line := range append(ourLines, theirLines...) {
			if strings.Contains(ours, line) != strings.Contains(merged, line) && strings.Contains(theirs, line) != strings.Contains(merged, line) {
				t.Fatalf("Merge(%q, %q, %q) = %q lost %q", base, ours, theirs, merged, line)
			}
		}
		if only, clean := Merge(base, ours, base); only != ours || !clean {
			t.Fatalf("Merge(%q, %q, base) = %q, %v", base, ours, only, clean)
		}
	}
}

func FuzzMerge(f *testing.F) {
	f.Add("a\nb\n", "a\nc\nb\n", "a\nb\nd")
	f.Fuzz(func(t *testing.T, base, ours, theirs string) {
		merged, clean := Merge(base, ours, theirs)
		if !clean && merged != ours {
			t.Errorf("not clean, and yet %q", merged)
		}
		for line := range strings.Lines(merged) {
			line = strings.TrimRight(line, "\r\n")
			if !strings.Contains(base+"\n"+ours+"\n"+theirs, line) {
				t.Errorf("%q came from nowhere", line)
			}
		}
	})
}

// marked is a line of a text with the number of the line of the base that it
// is, -1 for a new one: what the person knows and a merge does not.
type marked struct {
	of   int
	text string
}

// hands changes lines here and there, as a person does.
func hands(r *rand.Rand, base []string, mark string) (list []marked, touched map[int]bool) {
	touched = map[int]bool{}
	some := []string{"a", "b", "", mark + "0", mark + "1"}
	for i, text := range base {
		for r.IntN(8) == 0 {
			list = append(list, marked{-1, some[r.IntN(len(some))]})
		}
		switch r.IntN(8) {
		case 0:
			touched[i] = true
		case 1:
			touched[i] = true
			list = append(list, marked{i, some[r.IntN(len(some))]})
		default:
			list = append(list, marked{i, text})
		}
	}
	return list, touched
}

func textOf(list []marked) string {
	var b strings.Builder
	for _, l := range list {
		b.WriteString(l.text + "\n")
	}
	return b.String()
}

// However often lines repeat: a line that nobody touched is never taken for
// one that somebody took away.
func TestMergeOfRepeatedLines(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	clean := 0
	cases := rounds(50_000, 1_000_000)
	for range cases {
		base := make([]string, r.IntN(9))
		for i := range base {
			base[i] = []string{"a", "a", "b", "", "c"}[r.IntN(5)]
		}
		mine, mineTouched := hands(r, base, "ours")
		other, otherTouched := hands(r, base, "theirs")
		want := map[string]int{}
		var whole strings.Builder
		for i, text := range base {
			whole.WriteString(text + "\n")
			if text != "" && !mineTouched[i] && !otherTouched[i] {
				want[text]++
			}
		}
		merged, ok := Merge(whole.String(), textOf(mine), textOf(other))
		if !ok {
			continue
		}
		clean++
		for text, n := range want {
			if got := strings.Count("\n"+strings.ReplaceAll(merged, "\n", "\n\n"), "\n"+text+"\n"); got < n {
				t.Fatalf("Merge(%q, %q, %q) = %q has %q %d times, %d were left alone", whole.String(), textOf(mine), textOf(other), merged, text, got, n)
			}
		}
	}
	if clean < cases/5 {
		t.Errorf("only %d of %d were joined", clean, cases)
	}
	t.Logf("%d of %d joined", clean, cases)
}
