package journal_test

import (
	"testing"
	"time"

	"lifelog/journal"
	"lifelog/store"
)

// traveller is a journal whose clock can be taken elsewhere.
type traveller struct {
	*journal.Journal
	t    *testing.T
	s    *store.Mem
	now  time.Time
	home string
}

func travel(t *testing.T, zone string) *traveller {
	tr := &traveller{t: t, s: store.NewMem()}
	tr.Journal = journal.Open(tr.s, func() time.Time { return tr.now })
	tr.KnowZones(journal.Zones{
		Here: func() string { return "" }, Home: func() string { return tr.home }, SetHome: func(zone string) { tr.home = zone },
	})
	tr.at(zone, "2022-05-02 09:00")
	return tr
}

func (tr *traveller) at(zone, wall string) {
	tr.t.Helper()
	in, err := time.LoadLocation(zone)
	if err != nil {
		tr.t.Fatal(err)
	}
	if tr.now, err = time.ParseInLocation("2006-01-02 15:04", wall, in); err != nil {
		tr.t.Fatal(err)
	}
}

// adds captures a word and says what the entry of the day is then.
func (tr *traveller) adds(name, want string) {
	tr.t.Helper()
	v, err := tr.Append(ctx, idOf(tr.t, name), "x")
	if err != nil || v.Text != want {
		tr.t.Errorf("%s at %v is %q, %v; want %q", name, tr.now, v.Text, err, want)
	}
}

// A zone is written where it is another than the last one, and nowhere else.
func TestTravel(t *testing.T) {
	tr := travel(t, "Asia/Tokyo")
	tr.adds("2022-05-02", "## 09:00\n\nx\n")
	tr.at("Asia/Tokyo", "2022-05-03 08:00")
	tr.adds("2022-05-03", "## 08:00\n\nx\n")
	tr.at("America/New_York", "2022-05-03 07:00") // over the date line, on the same day
	tr.adds("2022-05-03", "---\ntz: America/New_York\n---\n## 08:00\n\nx\n\n## 07:00\n\nx\n")
	tr.at("America/New_York", "2022-05-04 21:00")
	tr.adds("2022-05-04", "## 21:00\n\nx\n")
	tr.adds("2022-05-03", "---\ntz: America/New_York\n---\n## 08:00\n\nx\n\n## 07:00\n\nx\n\n## 21:00\n\nx\n") // a day that is over
	tr.at("America/New_York", "2022-11-20 21:00")                                                              // the other time of the year
	tr.adds("2022-11-20", "## 21:00\n\nx\n")
	tr.at("Asia/Tokyo", "2022-11-22 09:00")
	tr.adds("2022-11-22", "---\ntz: Asia/Tokyo\n---\n## 09:00\n\nx\n")
	tr.adds("2022-11-22-home", "## 09:00\n\nx\n")
	tr.adds("2030-01-01", "## 09:00\n\nx\n")
}

// Only the line is new, whatever else there is.
func TestTheZoneIsOneLine(t *testing.T) {
	for text, want := range map[string]string{
		"---\nmood: 4 # good\n---\n\nrain\n":     "---\nmood: 4 # good\ntz: Europe/Paris\n---\n\nrain\n",
		"rain\r\n":                               "---\r\ntz: Europe/Paris\r\n---\r\nrain\r\n",
		"---\ntz: Asia/Seoul # a day there\n---": "---\ntz: Asia/Seoul # a day there\n---",
		"---\nmood: [\n---\nrain\n":              "---\nmood: [\n---\nrain\n",
	} {
		tr := travel(t, "Europe/Paris")
		tr.home = "Asia/Tokyo"
		if got := tr.Placed(ctx, day, text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

// Where the clock has an offset and no name, that is the zone.
func TestAZoneWithoutAName(t *testing.T) {
	tr := travel(t, "UTC")
	tr.home = "UTC"
	tr.now = time.Date(2022, 5, 2, 9, 0, 0, 0, time.FixedZone("", -3*3600))
	tr.adds("2022-05-02", "---\ntz: \"-03:00\"\n---\n## 09:00\n\nx\n")
	tr.now = tr.now.AddDate(0, 0, 1)
	tr.adds("2022-05-03", "## 09:00\n\nx\n")
	if got := tr.Elsewhere("---\ntz: UTC\n---\n") + tr.Elsewhere("---\ntz: \"-03:00\"\n---\n") + tr.Elsewhere("x"); got != "UTC" {
		t.Errorf("elsewhere is %q", got)
	}
}

// It is the same whether the journal was read before or not.
func TestTravelInAJournalThatWasRead(t *testing.T) {
	tr := travel(t, "Asia/Tokyo")
	tr.home = "Asia/Tokyo"
	put(t, tr.s, "2022-05-01", "---\ntz: Europe/Paris\n---\nx")
	put(t, tr.s, "2022-04-01", "---\ntz: Asia/Seoul\n---\nx")
	put(t, tr.s, "2022-05-09", "---\ntz: Asia/Tokyo\n---\na day to come")
	for range 2 {
		if got := tr.Placed(ctx, day, "y"); got != "---\ntz: Asia/Tokyo\n---\ny" {
			t.Errorf("it becomes %q", got)
		}
		if _, err := tr.Read(ctx, nil); err != nil {
			t.Fatal(err)
		}
	}
}
