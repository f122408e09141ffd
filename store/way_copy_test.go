package store

import "testing"

// Names that programs give to another text of an entry, and names that are
// somebody's own.
func TestCopyOf(t *testing.T) {
	for file, entry := range map[string]string{
		"2022-05-02.conflict-20220503-101112-host.md":                "2022-05-02",
		"2022-05-02.conflict-20220503-101112-host-2.md":              "2022-05-02",
		"2022-05-02-pycon.conflict-20220503-101112-host.md":          "2022-05-02-pycon",
		"2022-05-02.sync-conflict-20220503-101112-ABCDEF7.md":        "2022-05-02",
		"2022-05-02-旅.sync-conflict-20220503-101112-ABCDEF7.md":      "2022-05-02-旅",
		"2022-05-02 (laptop's conflicted copy 2022-05-03).md":        "2022-05-02",
		"2022-05-02 (laptop’s conflicted copy 2022-05-03 1).md":      "2022-05-02",
		"2022-05-02 (conflicted copy 2022-05-03).md":                 "2022-05-02",
		"2022-05-02-trip (Somebody's conflicted copy 2022-05-03).md": "2022-05-02-trip",
		"2022-05-02-laptop.md":                                       "",
		"2022-05-02-conflict.md":                                     "",
		"2022-05-02-a.conflict-of-interest.md":                       "",
		"2022-05-02-the sync-conflict-20220503 talk.md":              "",
		"2022-05-02 (conflicted copy).md":                            "",
		"2022-05-02.conflict-20220503-101112-host.txt":               "",
		"2022-13-02.conflict-20220503-101112-host.md":                "",
		"notes (laptop's conflicted copy 2022-05-03).md":             "",
	} {
		c, ok := standard.copyOf("2022/05/" + file)
		switch {
		case ok != (entry != ""), ok && (c.ID.String() != entry || c.Path != "2022/05/"+file):
			t.Errorf("%s: %+v, %v, want %q", file, c, ok, entry)
		}
		if _, _, _, isEntry := standard.parse("2022/05/" + file); ok && isEntry {
			t.Errorf("%s is an entry as well", file)
		}
	}
}
