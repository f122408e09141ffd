package journal_test

import (
	"slices"
	"testing"

	"lifelog/journal"
)

func TestSuggest(t *testing.T) {
	j, s := open()
	for name, text := range map[string]string{
		"2022-05-01":       "# 海の街\n\n歩いた。#Trip #カフェ\n",
		"2022-04-30":       "# Second day\n\n#trip #trip/kyoto\n",
		"2022-04-30-notes": "# Notes on the sea\n\n`#trivial` in code\n",
		"2022-04-28":       "---\ntags: [train]\n---\nRain. #trip\n",
	} {
		id, err := journal.ParseID(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Save(ctx, journal.Version{ID: id, Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := j.Read(ctx, nil); err != nil {
		t.Fatal(err)
	}
	for prefix, want := range map[string][]string{
		"tr": {"Trip", "train", "trip/kyoto"}, "ｔｒｉｐ": {"Trip", "trip/kyoto"}, "かふ": {"カフェ"}, "x": nil,
	} {
		if got, err := j.SuggestTags(ctx, prefix, 5); err != nil || !slices.Equal(got, want) {
			t.Errorf("tags for %q: %q, %v, want %q", prefix, got, err, want)
		}
	}
	if got, _ := j.SuggestTags(ctx, "tr", 1); len(got) != 1 {
		t.Errorf("one tag was asked for, there are %q", got)
	}
	for words, want := range map[string][]string{
		"海": {"海の街"}, "SEA": {"Notes on the sea"}, "2022-04": {"2022-04-30", "2022-04-30-notes", "2022-04-28"}, "zzz": nil,
		"": {"海の街", "Second day", "Notes on the sea"},
	} {
		got := j.SuggestTitles(ctx, words, 3)
		if !slices.Equal(got, want) {
			t.Errorf("titles for %q: %q, want %q", words, got, want)
		}
	}
}
