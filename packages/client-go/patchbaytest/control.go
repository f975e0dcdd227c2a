package patchbaytest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"
)

// control sends the requests of the control API. It never follows the proxy variables of the environment.
var control = &http.Client{Transport: &http.Transport{}, Timeout: 30 * time.Second}

// call sends a request to the control API of a server or a session, and decodes the response into result, unless it is nil.
func call(url, method, path string, body, result any) error {
	var content io.Reader
	if body != nil {
		text, err := json.Marshal(body)
		if err != nil {
			return fmt.Errorf("the body of %s %s cannot be encoded: %w", method, path, err)
		}
		content = bytes.NewReader(text)
	}
	request, err := http.NewRequest(method, url+"/_patchbay"+path, content)
	if err != nil {
		return err
	}
	response, err := control.Do(request)
	if err != nil {
		return fmt.Errorf("the mock server at %s cannot be reached: %w. Start it with npx @patchbay/mock-server", url, err)
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return fmt.Errorf("the response of the mock server to %s %s broke off: %w", method, path, err)
	}
	if response.StatusCode >= http.StatusBadRequest {
		return fmt.Errorf("the mock server refused %s %s with %d: %s", method, path, response.StatusCode, messageOf(text))
	}
	if result == nil {
		return nil
	}
	if err := json.Unmarshal(text, result); err != nil {
		return fmt.Errorf("the response of the mock server to %s %s cannot be read: %w", method, path, err)
	}
	return nil
}

// messageOf returns the message of an error of the control API.
func messageOf(text []byte) string {
	var body struct {
		Error struct {
			Message string `json:"message"`
		} `json:"error"`
	}
	if json.Unmarshal(text, &body) == nil && body.Error.Message != "" {
		return body.Error.Message
	}
	return strings.TrimSpace(string(text[:min(len(text), 500)]))
}
