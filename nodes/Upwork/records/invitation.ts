/** An invitation that was just sent to a freelancer. */
export interface Invitation {
  id: string;
  jobPostingId: string;
  freelancerId: string;
}
