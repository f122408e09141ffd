package ui

import "testing"

func TestOthersCanLookIntoTheJournal(t *testing.T) {
	asked := 0
	d := begin(t, nil, func(o *Options) {
		o.Shared = func() string { asked++; return "chmod -R go-rwx ~/lifelog" }
		o.Faults = []string{"colour is no number"}
	})
	d.sees("colour is no number").wait()
	if asked != 0 {
		t.Error("it was looked at while there was no room to say it")
	}
	d.press("down").wait().sees("other users of this computer can look into your journal", "go-rwx")
	d.press("enter").typ("a").sees("other users").press("esc").seesNot("other users")
	if asked != 1 {
		t.Errorf("it was looked at %d times", asked)
	}
}
