package store

import (
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Zone is what the machine calls the zone of its clock now, as in "Asia/Tokyo": as
// $TZ says, else as its settings do; "" where none of them has a name.
func Zone() string {
	if name := time.Local.String(); name != "Local" {
		return name
	}
	return zoneIn("/etc", "/var/db/zoneinfo")
}

// zoneIn looks for the name where systems keep it: as what the link localtime in
// etc leads to, in etc/timezone (Debian), or in a file of its own (FreeBSD).
func zoneIn(etc, own string) string {
	if to, err := os.Readlink(filepath.Join(etc, "localtime")); err == nil {
		if _, name, found := strings.Cut(filepath.ToSlash(to), "zoneinfo/"); found {
			return name
		}
	}
	for _, file := range []string{filepath.Join(etc, "timezone"), own} {
		if name, err := os.ReadFile(file); err == nil {
			if name := strings.TrimSpace(string(name)); name != "" && len(name) < 64 && !strings.ContainsAny(name, " \n:#\"") {
				return name
			}
		}
	}
	return ""
}
