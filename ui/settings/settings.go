// Package settings is what a person can set: the file config.toml read into
// plain values. Every setting has a default, and a file with faults still
// gives the settings that it gets right.
package settings

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"lifelog/ui/cell"
)

// Settings are the values in force.
type Settings struct {
	Dir       string `toml:"dir"`        // the journal; "" is ~/lifelog
	Language  string `toml:"language"`   // "en", "ja", or "" for that of the locale
	Start     string `toml:"start"`      // "home" or "write"
	TextWidth int    `toml:"text_width"` // cells of a line of text at most; 0 is as wide as the window
	Mouse     bool   `toml:"mouse"`      // clicks and the wheel; false leaves the mouse to the terminal
	Newlines  bool   `toml:"newlines"`   // a newline inside a paragraph is one when read, too

	HistorySize Size `toml:"history_size"` // bytes that earlier states of all entries take at most; 0 keeps none

	GlamourStyle string `toml:"glamour_style"` // a style of Glamour by its name, or its file; "" is the program's own
	Width        Width  `toml:"width"`
}

// Size is a number of bytes, written as in "200MB".
type Size int64

// UnmarshalText reads a size.
func (s *Size) UnmarshalText(text []byte) error {
	written := strings.ReplaceAll(strings.ToUpper(string(text)), " ", "")
	number := strings.TrimRight(written, "BKMG")
	unit, known := map[string]int64{"": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30}[written[len(number):]]
	n, err := strconv.ParseInt(number, 10, 32)
	if err != nil || !known || n < 0 {
		return fmt.Errorf("%q is no size; write it as in 200MB", text)
	}
	*s = Size(n * unit)
	return nil
}

// Width says how many cells the terminal draws text in, where it shall not be
// asked; 0 asks it.
type Width struct {
	Ambiguous uint8 `toml:"ambiguous"` // … ① ─: 1 or 2
	Selector  uint8 `toml:"selector"`  // ❤️: 1 or 2
	Joined    uint8 `toml:"joined"`    // 👩‍💻: 4 or 2
	Tone      uint8 `toml:"tone"`      // 👍🏽: 4 or 2
	Flag      uint8 `toml:"flag"`      // 🇯🇵: 2 or 4
	Kana      uint8 `toml:"kana"`      // ﾊﾟ: 2 or 1
}

// Profile returns the widths over those that were measured.
func (w Width) Profile(measured cell.Profile) cell.Profile {
	over := func(set uint8, to *uint8) {
		if set != 0 {
			*to = set
		}
	}
	over(w.Ambiguous, &measured.Ambiguous)
	over(w.Selector, &measured.VS16)
	over(w.Joined, &measured.ZWJ)
	over(w.Tone, &measured.Skin)
	over(w.Flag, &measured.Flag)
	over(w.Kana, &measured.Kana)
	return measured
}

// Default returns the settings of a person without a file.
func Default() Settings {
	return Settings{Start: "home", TextWidth: 80, Mouse: true, Newlines: true, HistorySize: 200 << 20}
}

// Parse reads the text of a settings file. faults says in words, with the
// line, what in it could not be used; the defaults stand there.
func Parse(text []byte) (s Settings, faults []string) {
	s = Default()
	d := toml.NewDecoder(bytes.NewReader(text))
	err := d.DisallowUnknownFields().Decode(&s)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case errors.As(err, &unknown):
		for _, e := range unknown.Errors {
			row, _ := e.Position()
			faults = append(faults, fmt.Sprintf("line %d: there is no setting %s", row, strings.Join(e.Key(), ".")))
		}
	case errors.As(err, &wrong):
		row, _ := wrong.Position()
		faults = append(faults, fmt.Sprintf("line %d: %s", row, strings.TrimPrefix(wrong.Error(), "toml: ")))
	case err != nil:
		faults = append(faults, err.Error())
	}
	return s.checked(faults)
}

// checked puts defaults in the place of values that mean nothing.
func (s Settings) checked(faults []string) (Settings, []string) {
	def := Default()
	if s.Start != "home" && s.Start != "write" {
		faults = append(faults, fmt.Sprintf("start is %q; it can be \"home\" or \"write\"", s.Start))
		s.Start = def.Start
	}
	if s.Language != "" && s.Language != "en" && s.Language != "ja" {
		faults = append(faults, fmt.Sprintf("language is %q; it can be \"en\" or \"ja\"", s.Language))
		s.Language = def.Language
	}
	if s.HistorySize < 0 {
		faults = append(faults, fmt.Sprintf("history_size is %d; it can be 0 (none is kept) or a size as in 200MB", s.HistorySize))
		s.HistorySize = def.HistorySize
	}
	if s.TextWidth < 0 || s.TextWidth > 0 && s.TextWidth < 20 {
		faults = append(faults, fmt.Sprintf("text_width is %d; it can be 0 (as wide as the window) or 20 and more", s.TextWidth))
		s.TextWidth = def.TextWidth
	}
	return s, faults
}
