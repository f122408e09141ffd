package cell

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/graphemes"
)

func TestClusters(t *testing.T) {
	for text, want := range map[string][]string{
		"":                     nil,
		"abc":                  {"a", "b", "c"},
		"日本、":                  {"日", "本", "、"},
		"か\u3099き":             {"か\u3099", "き"},
		"ﾊﾟﾝ":                  {"ﾊﾟ", "ﾝ"},
		"a\r\nb\r\r":           {"a", "\r\n", "b", "\r", "\r"},
		"👨\u200d👩\u200d👧a":     {"👨\u200d👩\u200d👧", "a"},
		"🇯🇵🇺🇸🇫":                {"🇯🇵", "🇺🇸", "🇫"},
		"❤\ufe0fと":             {"❤\ufe0f", "と"},
		"葛\U000e0100城":         {"葛\U000e0100", "城"},
		"👍🏽👍":                  {"👍🏽", "👍"},
		"e\u0301é":             {"e\u0301", "é"},
		"각\u1100\u1161\u11a8":  {"각", "\u1100\u1161\u11a8"},
		"क\u094dषि":            {"क\u094dषि"},
		"\xe3\x81あ\xff":        {"\xe3", "\x81", "あ", "\xff"},
		"あ\xcc":                {"あ", "\xcc"},
		"e\u0301\xcc\x81\xcce": {"e\u0301\u0301", "\xcc", "e"},
		"a\xed\xa0\x80":        {"a", "\xed", "\xa0", "\x80"},
	} {
		var got []string
		for _, cluster := range Clusters(text) {
			got = append(got, cluster)
		}
		if !slices.Equal(got, want) {
			t.Errorf("clusters of %q: %q, want %q", text, got, want)
		}
	}
}

func TestEndsOfText(t *testing.T) {
	if got := Next("ab", 2); got != 2 {
		t.Errorf("Next at the end: %d", got)
	}
	if got := Prev("ab", 0); got != 0 {
		t.Errorf("Prev at the start: %d", got)
	}
}

// Plain code points must stay apart from one another in every context, since Next and Prev do not ask further.
func TestPlainNeverJoins(t *testing.T) {
	others := strings.Split("aか漢é©…Ａ\n\x00\u00ad♥〰\u1100🇯", "") // the last two stand for Hangul and flags
	for r := range rune(0x20000) {
		if !utf8.ValidRune(r) || !plain(r) {
			continue
		}
		for _, other := range others {
			for _, pair := range []string{string(r) + other, other + string(r)} {
				if firstCluster(pair) == len(pair) {
					t.Errorf("%+q is one cluster", pair)
				}
			}
		}
	}
}

func FuzzClusters(f *testing.F) {
	for _, seed := range []string{
		"旅の記録: 札幌→小樽 (8,000円)", "か\u3099ﾊﾟ❤\ufe0f👨\u200d👩\u200d👧🇯🇵🇺🇸🇫", "\xe3\x81\r\n\xcc\u0301", "\u0600\u1100\u1161क\u094d\u200dष",
		"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "\u0301\u200d©\u200d©", "🇯\xf0\x9f\x87🇵🇵",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		forward := []int{0}
		for at := 0; at < len(s); {
			end := Next(s, at)
			if end <= at || end > len(s) {
				t.Fatalf("Next(%q, %d) = %d", s, at, end)
			}
			if end > at+1 && !utf8.ValidString(s[at:end]) {
				t.Fatalf("malformed bytes inside the cluster %q", s[at:end])
			}
			forward = append(forward, end)
			at = end
		}
		backward := []int{len(s)}
		for at := len(s); at > 0; {
			at = Prev(s, at)
			backward = append(backward, at)
		}
		slices.Reverse(backward)
		if !slices.Equal(forward, backward) {
			t.Fatalf("%q: Next walks %v, Prev %v", s, forward, backward)
		}
		if !utf8.ValidString(s) {
			return
		}
		want := []int{0}
		for g := graphemes.FromString(s); g.Next(); {
			want = append(want, g.End())
		}
		if !slices.Equal(forward, want) {
			t.Fatalf("%q: Next walks %v, the segmenter %v", s, forward, want)
		}
	})
}

func BenchmarkNext(b *testing.B) {
	for name, text := range prose {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for at := 0; at < len(text); {
					at = Next(text, at)
				}
			}
		})
	}
}

func BenchmarkPrev(b *testing.B) {
	for name, text := range prose {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for at := len(text); at > 0; {
					at = Prev(text, at)
				}
			}
		})
	}
}

// One step back must cost the same at the end of a long line as of a short one.
func BenchmarkPrevInLongLine(b *testing.B) {
	for name, cluster := range map[string]string{"kana": "か", "nfd": "か\u3099", "emoji": "👍🏽", "cyrillic": "й"} {
		line := strings.Repeat(cluster, 1<<20/len(cluster))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Prev(line, len(line))
			}
		})
	}
}
