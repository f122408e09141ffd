package journal

import (
	"strings"
	"testing"

	"lifelog/journal/date"
)

var day = date.Date{Year: 2022, Month: 5, Day: 2}

func TestIDs(t *testing.T) {
	for _, s := range []string{"2022-05-02", "2022-05-02-pycon-us-2022", "2022-05-02-登壇の記録", "2022-05-02-a b"} {
		id, err := ParseID(s)
		if err != nil {
			t.Errorf("ParseID(%q): %v", s, err)
		} else if id.String() != s {
			t.Errorf("ParseID(%q).String() = %q", s, id.String())
		}
	}
	for _, s := range []string{"", "2022", "2022-13-45", "2022-05-02x", "2022-05-02-", "2022-05-02- a", "2022-05-02-a/b", "2022-05-02-a\x1bb",
		"2022-05-02-\u202eb", "2022-05-02-" + strings.Repeat("あ", 27)} {
		if id, err := ParseID(s); err == nil {
			t.Errorf("ParseID(%q) = %v, want an error", s, id)
		}
	}
}

func TestNameIsComposed(t *testing.T) {
	id, err := NewID(day, "か\u3099くせい")
	if err != nil || id.Name != "がくせい" {
		t.Errorf("NewID = %q, %v", id.Name, err)
	}
}

func TestHead(t *testing.T) {
	for _, c := range []struct{ name, text, title, lead string }{
		{"empty", "", "trip", ""},
		{"heading", "# 登壇してきました\n\n本文です。\n", "登壇してきました", "本文です。"},
		{"first line", "雨の朝。\n二行目\n", "雨の朝。", "二行目"},
		{"heading after words", "intro\n# Title\nbody\n", "intro", "body"},
		{"front matter", "---\ntitle: \"A walk\"\ntags: [x]\n---\nIt rained.\n", "A walk", "It rained."},
		{"front matter without title", "---\ntags: [x]\n---\n# Walk\nIt rained.\n", "Walk", "It rained."},
		{"front matter that does not end", "---\ntitle: x\n", "title: x", ""},
		{"byte order mark, CRLF", "\uFEFF# One\r\n\r\nTwo\r\n", "One", "Two"},
		{"list and quote", "- milk\n> said\n", "milk", "said"},
		{"fence", "```\n# no heading\n```\n", "no heading", ""},
		{"tag is no heading", "#tag first\n", "tag first", ""},
		{"invalid UTF-8", "a\xffb\n", "a\uFFFDb", ""},
		{"section", "## 18:20\n\n夕方\n\n## 19:00\n\n夜\n", "夕方", "夜"},
		{"signs of Markdown", "# **登壇**した [日](x.md)\n\n- [x] `go` [[2022-05-01]]\n", "登壇した 日", "go 2022-05-01"},
		{"numbers", "1. one\n2022 was long\n", "one", "2022 was long"},
		{"rules are nothing", "---\n***\nwords\n", "words", ""},
		{"section with words", "## 18:20 Home\n\n夕方\n", "18:20 Home", "夕方"},
	} {
		got := HeadOf(ID{Date: day, Name: "trip"}, c.text)
		if got.Title != c.title || got.Lead != c.lead {
			t.Errorf("%s: HeadOf = %q, %q, want %q, %q", c.name, got.Title, got.Lead, c.title, c.lead)
		}
	}
	long := HeadOf(ID{Date: day}, strings.Repeat("あ", 1<<20))
	if len(long.Title) > 400 || !strings.HasPrefix(long.Title, "ああ") || strings.Contains(long.Title, "\uFFFD") {
		t.Errorf("a long line's title is %d bytes", len(long.Title))
	}
}
