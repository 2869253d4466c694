/* hardened */
user_pref("permissions.default.camera", 2); // no camera
