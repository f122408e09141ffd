package words

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"

	"lifelog/journal"
)

func TestReason(t *testing.T) {
	forbidden := &journal.Trouble{What: "2022-05-02 is not saved", Cause: journal.Forbidden, Name: "2022-05-02.md", Err: errors.New("openat: permission denied; check it")}
	for _, c := range []struct {
		err    error
		en, ja string
	}{
		{fmt.Errorf("the save: %w", forbidden), "no permission for 2022-05-02.md;", "2022-05-02.md を扱う権限がありません"},
		{&journal.Trouble{Cause: journal.Forbidden, Name: ".", Err: errors.New("x")}, "no permission for the folder;", "フォルダー を扱う権限"},
		{&journal.Trouble{What: "it is not saved", Err: errors.New("strange")}, "strange", "strange"},
		{&journal.Trouble{Cause: journal.DiskFull, Name: "x", Err: errors.New("x")}, "the disk is full; free", "空きがありません"},
		{&journal.Conflict{}, "removed", "削除"},
		{&journal.Conflict{Theirs: journal.Version{Rev: "1"}}, "changed", "変更"},
		{&journal.Odd{Path: "2022/05", Why: journal.IsClosed}, "2022/05: is a folder that may not be read", "2022/05：読み取る権限のない"},
		{&journal.Odd{Path: "a.md", Why: "is strange"}, "a.md: is strange", "a.md：is strange"},
		{journal.ErrHistoryLate, "does not answer", "応答しません"},
		{errors.New("anything"), "anything", "anything"},
	} {
		for lang, want := range map[Lang]string{English: c.en, Japanese: c.ja} {
			if got := lang.Reason(c.err); !strings.Contains(got, want) || strings.Contains(got, "%!") {
				t.Errorf("%v: %q, want %q", c.err, got, want)
			}
		}
	}
	for cause := range troubles {
		err := &journal.Trouble{Cause: cause, Name: "2022-05-02.md", Err: errors.New("x")}
		for _, lang := range []Lang{English, Japanese} {
			got := lang.Reason(err)
			if strings.Contains(got, "%") || lang == Japanese != strings.ContainsFunc(got, func(r rune) bool { return unicode.In(r, unicode.Hiragana) }) {
				t.Errorf("%s: %q", cause, got)
			}
		}
	}
}
