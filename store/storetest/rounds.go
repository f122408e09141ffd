package storetest

import "os"

// Rounds is how often a test tries something: a few times, which takes
// seconds, or many times when $LIFELOG_LONG is set, as .ci/reliability does.
func Rounds(few, many int) int {
	if os.Getenv("LIFELOG_LONG") != "" {
		return many
	}
	return few
}
