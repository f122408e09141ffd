package settings

import (
	"fmt"
	"strconv"
	"strings"
)

// Size is a number of bytes, written as in "200MB".
type Size int64

var units = []struct {
	name string
	size Size
}{{"GB", 1 << 30}, {"MB", 1 << 20}, {"KB", 1 << 10}, {"", 1}}

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	written := strings.ReplaceAll(strings.ToUpper(string(text)), " ", "")
	for _, u := range units {
		number, of := strings.CutSuffix(written, u.name)
		if n, err := strconv.ParseUint(number, 10, 31); of && err == nil {
			*s = Size(n) * u.size
			return nil
		}
	}
	return fmt.Errorf("%q is no size; write it as in 200MB", text)
}

func (s Size) String() string {
	for _, u := range units {
		if s >= u.size && s%u.size == 0 {
			return fmt.Sprintf("%d%s", s/u.size, u.name)
		}
	}
	return "0"
}
