"""Step 7, Appraise: six criteria and a verdict on each problem."""
