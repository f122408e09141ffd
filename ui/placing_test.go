package ui

import (
	"testing"
	"time"

	"lifelog/journal"
)

// Who travels finds the zone at the head of what is begun there, and only there.
func TestWritingElsewhere(t *testing.T) {
	d := begin(t, map[string]string{"2022-05-02": "# Departure\n\nbags\n"})
	home := "UTC"
	d.m.j.KnowZones(journal.Zones{Home: func() string { return home }, SetHome: func(string) { t.Error("home has moved") }})
	paris := time.FixedZone("Europe/Paris", 2*3600)

	d.press("enter", "ctrl+t").typ("leaving").press("esc").stores("2022-05-02", "# Departure\n\nbags\n\n## 18:20 leaving")
	d.clock = d.clock.In(paris)
	d.press("enter").typ(" at last").press("esc").stores("2022-05-02", "# Departure\n\nbags\n\n## 18:20 leaving at last")
	d.press("enter", "ctrl+t").sees("tz: Europe/Paris").typ("arrived").press("esc")
	d.stores("2022-05-02", "---\ntz: Europe/Paris\n---\n# Departure\n\nbags\n\n## 18:20 leaving at last\n\n## 20:20 arrived")
	d.press("enter", "ctrl+z", "ctrl+z", "ctrl+z").seesNot("tz:").press("ctrl+y", "ctrl+y", "ctrl+y").sees("tz:").press("esc")
	d.press("right").sees("Departure").seesNot("Europe/Paris").press("esc")

	d.clock = d.clock.Add(24 * time.Hour)
	d.turn().press("f2").seesNot("tz:").typ("the tower").press("esc").stores("2022-05-03", "the tower")

	d.clock = time.Date(2022, 5, 4, 8, 0, 0, 0, time.UTC)
	d.turn().press("f2").sees("tz: UTC", "new").press("esc").stores("2022-05-04", "")
	d.press("f2").typ("home").press("esc").stores("2022-05-04", "---\ntz: UTC\n---\nhome")
	d.press("down", "down", "right").sees("Departure", "Europe/Paris").press("esc", "up", "right").sees("the tower").seesNot("Europe/Paris")
}
