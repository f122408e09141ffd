package store

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

func TestTheNameOfTheZone(t *testing.T) {
	etc := t.TempDir()
	put := func(name, text string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(etc, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	is := func(want string) {
		t.Helper()
		if got := zoneIn(etc, filepath.Join(etc, "own")); got != want {
			t.Errorf("the zone is %q, want %q", got, want)
		}
	}
	is("")
	put("own", "Asia/Seoul\n")
	is("Asia/Seoul")
	put("timezone", "no name: at all\n")
	is("Asia/Seoul")
	put("timezone", "America/Argentina/Ushuaia\n")
	is("America/Argentina/Ushuaia")
	put("localtime", "TZif2") // a copy has no name
	is("America/Argentina/Ushuaia")
	if runtime.GOOS == "windows" {
		return // which has no such link
	}
	if err := os.Remove(filepath.Join(etc, "localtime")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("../usr/share/zoneinfo/Europe/Paris", filepath.Join(etc, "localtime")); err != nil {
		t.Fatal(err)
	}
	is("Europe/Paris")
}
