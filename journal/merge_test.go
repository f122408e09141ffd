package journal

import (
	"math/rand/v2"
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
		{"both append to nothing", "", "ours\n", "theirs\n", "ours\ntheirs\n", true},
		{"no last newline", "a", "a\nours", "a\ntheirs", "a\nours\ntheirs", true},
		{"one last newline", "a", "a\nours\n", "a\ntheirs", "a\nours\ntheirs\n", true},
		{"CRLF", "a\r\n", "a\r\nours\r\n", "a\r\ntheirs", "a\r\nours\r\ntheirs\r\n", true},
		{"apart", "a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", "A\nb\nC\n", true},
		{"the same line", "a\nb\nc\n", "a\nours\nc\n", "a\ntheirs\nc\n", "a\nours\nc\n", false},
		{"edited and deleted", "a\nb\nc\n", "a\nB\nc\n", "a\nc\n", "a\nB\nc\n", false},
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

func TestMergeLosesNothing(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
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
